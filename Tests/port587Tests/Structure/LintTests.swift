import Foundation
import Testing

/// Each check of `.ci/lint` finds the fault it is for, names the place, and lets the sound twin pass.
@Suite("lint")
struct LintTests {
  /// A tree of one file, and where the fault in it is (nothing: there is none).
  struct Case: Sendable, CustomTestStringConvertible {
    let check: String
    let path: String
    let text: String
    let fault: String?

    var testDescription: String { "\(check), \(path), \(fault ?? "sound")" }

    init(_ check: String, _ path: String, _ text: String, fault: String? = nil) {
      self.check = check
      self.path = path
      self.text = text
      self.fault = fault
    }
  }

  // The words the checks look for are put together here, so that this file does not offend.
  private static let promise = "TO" + "DO"
  private static let parser = "Sources/LogFormats/IceWarp/IceWarpLog.swift"

  static let cases: [Case] = [
    Case("length", "Sources/A/A.swift", String(repeating: "// line\n", count: 400)),
    Case("length", "Sources/A/A.swift", String(repeating: "// line\n", count: 401), fault: "Sources/A/A.swift:401:"),
    Case("logpath", parser, "// no Regex here: 25 MB/s\nlet text = 1\n"),
    Case("logpath", parser, "import MailModel\nlet r = try Regex(\"a\")\n", fault: "\(parser):2:"),
    Case("logpath", parser, "let s = String(decoding: b, as: UTF8.self)\n", fault: "\(parser):1:"),
    Case("logpath", parser, "import FoundationEssentials\n", fault: "\(parser):1:"),
    Case("logpath", "Sources/Reporting/Page.swift", "import Foundation\n"),
    Case("unsafe", "Sources/ByteScanning/ByteSource.swift", "unsafe read(1)\n"),
    Case("unsafe", "Sources/Reporting/Page.swift", "let csp = \"'unsafe-inline' is never used\"\n"),
    Case(
      "unsafe", "Sources/Reporting/Page.swift", "let n = unsafe strlen(p)\n", fault: "Sources/Reporting/Page.swift:1:"),
    Case("unsafe", parser, "line.withUnsafeBytes { _ in }\n", fault: "\(parser):1:"),
    Case(
      "unsafe", "Sources/Analysis/A.swift", "var p: UnsafeMutableRawPointer\n", fault: "Sources/Analysis/A.swift:1:"),
    Case("names", "Sources/A/ByteUtils.swift", "\n", fault: "Sources/A/ByteUtils.swift:1:"),
    Case("names", "Sources/A/Helpers/Page.swift", "\n", fault: "Sources/A/Helpers/Page.swift:1:"),
    Case("names", "Sources/A/CommonName.swift", "\n"),
    Case("promises", "Sources/A/A.swift", "\n// \(promise): later\n", fault: "Sources/A/A.swift:2:"),
    Case("promises", "Sources/A/A.swift", "// in todo o país\n"),
    Case("skipped", "Tests/ATests/A.swift", "@Test(." + "disabled(\"slow\"))\n", fault: "Tests/ATests/A.swift:1:"),
    Case("machine", "README.md", "see /ro" + "ot/port587\n", fault: "README.md:1:"),
    Case("machine", "README.md", "see /opt/icewarp/logs\n"),
    Case("machine", "scripts/a.sh", "curl https://py" + "pi.org/x\n", fault: "scripts/a.sh:1:"),
    Case("links", "docs/a.md", "[here](a.md#top) and [there](https://www.rfc-editor.org/rfc/rfc8314)\n"),
    Case("links", "docs/a.md", "text\n[gone](formats/gone.md)\n", fault: "docs/a.md:2:"),
    Case("links", "README.md", "![picture](docs/images/none.png)\n", fault: "README.md:1:"),
    Case("links", "README.md", "<!-- ![picture](docs/images/none.png)\n[and](none.md) -->\n"),
    Case("links", "README.md", "```\n[as](text)\n```\n"),
    Case("paths", "docs/a.md", "see `docs/a.md` and `Sources/<Target>/`\n"),
    Case("paths", "docs/a.md", "see `Sources/Gone/`\n", fault: "docs/a.md:1:"),
  ]

  @Test("finds its fault", arguments: cases)
  func check(row: Case) throws {
    try ScratchFolder.use { folder in
      try folder.write(row.text, to: row.path)
      let run = try lint(folder, row.check)
      if let fault = row.fault {
        #expect(run.status == 1)
        #expect(run.output.contains("FAIL  "))
        #expect(run.output.contains(fault), "\(run.output)")
      } else {
        #expect(run.status == 0, "\(run.output)")
        #expect(run.output.hasPrefix("ok    "))
      }
    }
  }

  @Test("a script that bash cannot read, and one that cannot be run")
  func scripts() throws {
    try ScratchFolder.use { folder in
      try folder.write("#!/usr/bin/env bash\nif true; then\n", to: "scripts/broken.sh", mode: 0o755)
      try folder.write("#!/usr/bin/env bash\ntrue\n", to: "scripts/idle.sh")
      let run = try lint(folder, "shell")
      #expect(run.status == 1)
      #expect(run.output.contains("scripts/broken.sh: "))
      #expect(run.output.contains("scripts/idle.sh:1: is not executable"))
    }
  }

  @Test("targets and scripts that are named and not there")
  func targets() throws {
    try ScratchFolder.use { folder in
      try folder.write("audit: build\n\t@scripts/none.sh\n", to: "Makefile")
      try folder.write("Run `make audit`, then `make coffee`.\n", to: "README.md")
      let run = try lint(folder, "targets")
      #expect(run.status == 1)
      #expect(run.output.contains("README.md:1: the Makefile has no target coffee"))
      #expect(run.output.contains("Makefile:2: scripts/none.sh is not there"))
      #expect(!run.output.contains("no target audit"))
    }
  }

  @Test("an unknown check is an error of usage")
  func unknown() throws {
    try ScratchFolder.use { folder in
      let run = try lint(folder, "spelling")
      #expect(run.status == 64)
      #expect(run.output.contains("no check is called 'spelling'"))
    }
  }

  private func lint(_ folder: ScratchFolder, _ check: String) throws -> ScriptRun {
    var environment = ProcessInfo.processInfo.environment
    environment["PORT587_LINT_ROOT"] = folder.url.path
    return try ScriptRun(".ci/lint", arguments: [check], environment: environment)
  }
}
