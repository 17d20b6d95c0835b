import Foundation
import Testing

/// What somebody without the right compiler reads: one sentence, and no build is begun.
@Suite("make, compiler check")
struct RequireSwiftTests {
  @Test("no compiler on PATH")
  func missing() throws {
    try ScratchFolder.use { folder in
      let run = try ScriptRun("scripts/require-swift.sh", environment: ["PATH": folder.url.path])
      #expect(run.status == 1)
      #expect(run.lines.count == 1)
      #expect(
        run.output.contains("no Swift compiler was found: install Swift 6.3 or newer from https://www.swift.org/"))
    }
  }

  @Test(
    "a compiler that says its version",
    arguments: [
      ("Swift version 6.3.1 (swift-6.3.1-RELEASE)", nil),
      ("Apple Swift version 6.3 (swiftlang-6.3.0.1.2 clang-1700.0.1)", nil),
      ("Swift version 6.10-dev (LLVM 1234567890abcde, Swift 1234567890abcde)", nil),
      ("Swift version 7.0 (swift-7.0-RELEASE)", nil),
      ("Swift version 6.2.4 (swift-6.2.4-RELEASE)", "Swift 6.2 is too old"),
      ("Swift version 5.10.1 (swift-5.10.1-RELEASE)", "Swift 5.10 is too old"),
      ("OpenStack Swift client 4.5.0", "does not tell the version of a Swift compiler"),
      ("", "does not tell the version of a Swift compiler"),
    ] as [(String, String?)])
  func version(said: String, complaint: String?) throws {
    // A function that bash takes from its environment stands for the program: a file made executable here could still be
    // open for writing in a child that another test has just forked, and then cannot be run.
    let run = try ScriptRun("scripts/require-swift.sh", environment: ["BASH_FUNC_swift%%": "() { echo '\(said)'; }"])
    if let complaint {
      #expect(run.status == 1)
      #expect(run.lines.count == 1)
      #expect(run.output.contains(complaint))
    } else {
      #expect(run.status == 0)
      #expect(run.output.isEmpty)
    }
  }
}
