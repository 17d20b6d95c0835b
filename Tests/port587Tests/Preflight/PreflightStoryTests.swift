import Foundation
import MailModel
import Testing

/// Whole runs of `port587 preflight` over what servers gave.
@Suite("Preflight stories")
struct PreflightStoryTests {
  @Test("there are as many stories as folders")
  func complete() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: PreflightStory.root.path)
    #expect(PreflightStory.all.map(\.name) == folders.sorted())
    #expect(folders.count >= 6)
  }

  @Test("findings, phase and status", arguments: PreflightStory.all)
  func story(_ story: PreflightStory) throws {
    let run = try ProgramRun(story.arguments + ["--json"])
    #expect(run.status == story.status, "\(run.notes)")
    #expect(run.notes.isEmpty)
    let report = try JSONDecoder().decode(PreflightReport.self, from: run.output)
    #expect(report.schema == "port587-preflight/1")
    #expect(report.phase?.rawValue == story.phase)
    #expect(report.blockers == story.blockers)
    #expect(report.findings.filter { $0.verdict == .fail }.map(\.id) == story.fails)
    #expect(report.findings.filter { $0.verdict == .warn }.map(\.id) == story.warns)
    #expect(report.sources.map(\.option) == story.options.filter { $0.hasPrefix("--") }.map { String($0.dropFirst(2)) })
  }

  @Test("the password of the relay is in no output, in no language", arguments: PreflightStory.all)
  func canary(_ story: PreflightStory) throws {
    try ScratchFolder.use { folder in
      for language in Language.allCases {
        let output = folder.url.appendingPathComponent(language.tag).path
        let run = try ProgramRun(story.arguments + ["--verbose", "--language", language.tag, "--output", output])
        var texts = [run.text, run.notes]
        for name in ["preflight.html", "preflight.json"] {
          let file = "\(output)/\(name)"
          texts.append(try String(contentsOfFile: file, encoding: .utf8))
          let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
          #expect(mode == 0o600)
        }
        for text in texts { #expect(!text.contains("kanarien") && !text.contains("vogel")) }
        #expect(!run.text.isEmpty)
      }
    }
  }

  /// Options, and what they lead to.
  static let faults: [(options: [String], status: Int32, says: String)] = [
    (["--tool-output", "none.txt"], 66, "none.txt"),
    (["--tool-output", "empty.txt"], 65, "no setting"),
    (["--webclient", "empty.txt"], 65, "no XML"),
    (["--accounts", "empty.txt"], 65, "no account"),
    (["--trusted", "garbage.txt"], 65, "no address"),
    (["--postconf", "garbage.txt"], 65, "postconf -n"),
    (["--postfix-services", "garbage.txt"], 65, "8 fields"),
    (["--run-tool", "none.sh"], 66, "may not be run"),
    (["--postconf", "a", "--tool-output", "b"], 64, "runs of their own"),
    (["--run-tool", "a", "--tool-output", "b"], 64, "exclude"),
    (["--json"], 64, "nothing to judge"),
    (["--language", "xx", "--tool-output", "b"], 64, "xx"),
  ]

  @Test("what cannot be read is told, with the status of the contract", arguments: faults)
  func fault(options: [String], status: Int32, says: String) throws {
    try ScratchFolder.use { folder in
      try folder.write("", to: "empty.txt")
      try folder.write("garbage here\n", to: "garbage.txt")
      let run = try ProgramRun(["preflight"] + options, folder: folder.url)
      #expect(run.status == status)
      #expect(run.text.isEmpty)
      #expect(run.notes.contains(says), "\(run.notes)")
    }
  }

  @Test("without an input the commands that make one are printed, and none of them changes anything")
  func guide() throws {
    let run = try ProgramRun(["preflight"])
    #expect(run.status == 0)
    #expect(run.text.contains("tool get system C_System_Services_SMTP_AltPort >> tool.txt"))
    #expect(run.text.contains("postconf -M > master.txt"))
    for word in ["modify", " set ", "delete", "create", "import"] { #expect(!run.text.contains(word)) }
  }

  @Test("--run-tool calls get and nothing else, and reads what it answers")
  func runTool() throws {
    try ScratchFolder.use { folder in
      try folder.write(
        """
        #!/bin/sh
        printf '%s\\n' "$*" >> calls.txt
        case $3 in
          C_System_Services_SMTP_AltPort) printf '%s: 366\\r\\n' "$3" ;;
          C_Mail_SMTP_General_RelayMailServer) printf '%s: u:kanarienvogel@relay.example\\r\\n' "$3" ;;
          *) exit 1 ;;
        esac
        """, to: "tool.sh", mode: 0o755)
      let tool = folder.url.appendingPathComponent("tool.sh").path
      let run = try ProgramRun(["preflight", "--run-tool", tool, "--json"])
      #expect(run.status == 1, "\(run.notes)")
      let report = try JSONDecoder().decode(PreflightReport.self, from: run.output)
      #expect(report.blockers == ["C1"])
      #expect(!run.text.contains("kanarienvogel"))
      let calls = try String(contentsOf: folder.url.appendingPathComponent("calls.txt"), encoding: .utf8)
        .split(separator: "\n")
      #expect(calls.count > 50)
      #expect(calls.allSatisfy { $0.hasPrefix("get system C_") && $0.split(separator: " ").count == 3 })
    }
  }
}
