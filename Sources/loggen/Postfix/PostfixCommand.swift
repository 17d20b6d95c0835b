import ArgumentParser

/// `loggen postfix`.
struct PostfixCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "postfix", abstract: "Write a mail log as Postfix does through syslog.")

  @OptionGroup var shape: LogShape

  @Flag(inversion: .prefixedNo, help: "Give the submission services names of their own: postfix/submission/smtpd.")
  var labels = true

  func validate() throws {
    guard shape.out != nil else { throw ValidationError("give --out") }
  }

  func run() throws {
    let composer = PostfixComposer(
      population: Population(users: shape.users, addresses: shape.addresses), labels: labels,
      bytesPerLine: StampStyle.syslog.length + 1, lanes: shape.sessions, seed: shape.seed)
    try shape.make(
      format: "postfix", style: .syslog, lineEnd: "\n", naming: .file(shape.out ?? "-"), composer: composer)
  }
}
