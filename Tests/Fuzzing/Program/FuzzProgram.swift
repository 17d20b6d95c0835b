import FuzzTargets
import Glibc

/// Hands the command line to libFuzzer, to feed what the variable `FUZZ_TARGET` names.
///
/// `--seeds FOLDER LOG…` writes inputs to begin with. A variable, since libFuzzer also starts the program anew with
/// arguments of its own.
@main
enum FuzzProgram {
  static func main() throws {
    let wanted = unsafe getenv("FUZZ_TARGET").map { unsafe String(cString: $0) } ?? ""
    guard let target = FuzzTargets.named(wanted) else {
      fatalError("FUZZ_TARGET: one of \(FuzzTargets.names)")
    }
    let words = CommandLine.arguments
    if words.count > 2, words[1] == "--seeds" {
      guard let write = target.writeSeeds else { fatalError("seeds of \(wanted) are written by hand") }
      try write(words[2], Array(words.dropFirst(3)))
    } else {
      LibFuzzer.run { bytes in
        do { try target.feed(bytes) } catch { fatalError("\(error)") }
      }
    }
  }
}
