import ArgumentParser

/// `loggen icewarp`.
struct IceWarpCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "icewarp", abstract: "Write an SMTP log as IceWarp does, with the dialogue of every session.")

  @OptionGroup var shape: LogShape

  @Option(help: "Folder for one file per day, named s20110516-00.log.")
  var outDir: String?

  @Flag(help: "End lines with LF alone.")
  var lf = false

  @Option(help: "Digits of the thread: 4, 8 or 16.")
  var threadDigits = 4

  @Flag(help: "Name the port: local IP=192.0.2.25:587.")
  var withPort = false

  @Flag(help: "Let users move from 25 to the submission ports, one after another, while the log goes on.")
  var moving = false

  @Option(help: "Stamp of the lines: time or rfc822.")
  var stamp = IceWarpStamp.time

  func validate() throws {
    guard [4, 8, 16].contains(threadDigits) else { throw ValidationError("--thread-digits: 4, 8 or 16") }
    guard (shape.out == nil) != (outDir == nil) else { throw ValidationError("give --out or --out-dir") }
  }

  func run() throws {
    let lineEnd = lf ? "\n" : "\r\n"
    let style = stamp.style
    let naming: FileDestination.Naming =
      if let outDir { .daily(folder: outDir, prefix: "s", suffix: "-00.log") } else { .file(shape.out ?? "-") }
    let composer = IceWarpComposer(
      population: Population(users: shape.users, addresses: shape.addresses),
      options: IceWarpOptions(
        threadDigits: threadDigits, withPort: withPort, moving: moving,
        bytesPerLine: style.length + lineEnd.utf8.count),
      lanes: shape.sessions, seed: shape.seed)
    try shape.make(format: "icewarp", style: style, lineEnd: lineEnd, naming: naming, composer: composer)
  }
}
