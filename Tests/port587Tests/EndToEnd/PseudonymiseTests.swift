import Foundation
import Testing

/// `--pseudonymise` with the built program: what anybody may be given names nobody.
@Suite("Pseudonymise")
struct PseudonymiseTests {
  private static let fixtures = SourceTree.root.appendingPathComponent("fixtures/logs").path

  private static func keyFile(_ folder: LogFolder, _ key: String = "k3y-of-the-test-0123456789\n") throws -> String {
    let file = try folder.write(Data(key.utf8), to: "pseudonyms.key")
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
    return file
  }

  /// Every name in a report: identities with their domains, addresses, HELO names, paths, servers.
  private static func names(_ report: ReportText) -> Set<String> {
    var names = Set(report.identities)
    for identity in report.identities { names.formUnion(identity.split(separator: "@").dropFirst().map(String.init)) }
    for user in report.list("users") {
      for client in user["clients"] as? [[String: Any]] ?? [] {
        names.formUnion([client["address"], client["helo"]].compactMap { $0 as? String })
      }
    }
    for address in report.list("addresses") {
      names.formUnion([address["address"], address["helo"]].compactMap { $0 as? String })
    }
    for list in ["sources", "skipped"] { names.formUnion(report.list(list).compactMap { $0["path"] as? String }) }
    for advice in report.list("portAdvice") { names.formUnion(advice["servers"] as? [String] ?? []) }
    // A host that is called "mail" has the name of what every page speaks of.
    return names.filter { !["others", "mail"].contains($0) && $0.utf8.count > 3 }
  }

  /// Everything that a run left in a folder and said as its result.
  private static func outputs(_ folder: String, _ run: ProgramRun) throws -> [(name: String, text: String)] {
    let files = try FileManager.default.contentsOfDirectory(atPath: folder).map { name in
      (name, String(decoding: try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name)), as: UTF8.self))
    }
    return files + [("standard output", run.text)]
  }

  @Test(
    "no output holds a name, an address or the key",
    arguments: [
      "first-look", "icewarp-hostile-names", "icewarp-ipv6", "icewarp-garbage-between", "icewarp-latin1",
      "icewarp-sender-mismatch", "icewarp-trusted-web-form", "postfix-recorded-labelled", "postfix-recorded-unlabelled",
      "postfix-mailcow-unlabelled", "postfix-zimbra-labels", "icewarp-password-guesser",
    ])
  func nobody(story: String) async throws {
    try await LogFolder.use { folder in
      let key = try PseudonymiseTests.keyFile(folder)
      let logs = PseudonymiseTests.fixtures + "/" + story
      let named = try ReportText(ProgramRun(["audit", logs, "--json", "--quiet"]).output)
      let names = PseudonymiseTests.names(named)
      #expect(names.count > 3)
      for language in ["en", "pt-BR", "es"] {
        let out = folder.path("out-\(language)")
        let run = try ProgramRun([
          "audit", logs, "--pseudonymise", key, "--output", out, "--metrics", out + ".prom", "--language", language,
        ])
        #expect(run.status == 0 || run.status == 3, "\(run.notes)")
        for output in try PseudonymiseTests.outputs(out, run) {
          for name in names { #expect(!output.text.contains(name), "\(name) in \(output.name)") }
          #expect(!output.text.contains("k3y-of-the-test"), "\(output.name)")
        }
        let report = try ReportText(Data(contentsOf: URL(fileURLWithPath: out + "/report.json")))
        #expect(report.number("totals.messages") == named.number("totals.messages"))
        #expect(report.identities.count == named.identities.count)
      }
    }
  }

  @Test("report and run hide the same names behind the same pseudonyms")
  func everyCommand() async throws {
    try await LogFolder.use { folder in
      let key = try PseudonymiseTests.keyFile(folder)
      let logs = PseudonymiseTests.fixtures + "/first-look"
      let state = folder.path("state.sqlite")
      let audit = try ReportText(
        ProgramRun(["audit", logs, "--state", state, "--json", "--quiet", "--pseudonymise", key]).output)
      let report = try ReportText(
        ProgramRun(["report", "--state", state, "--json", "--quiet", "--pseudonymise", key]).output)
      #expect(audit.identities.allSatisfy { $0.hasPrefix("user-") } && audit.identities == report.identities)
      try folder.write(
        Data(
          """
          state: run.sqlite
          sources: [{paths: ["\(logs)"]}]
          reports: [{folder: out}]
          pseudonymise: pseudonyms.key
          retention-days: 36500
          """.utf8), to: "port587.yaml")
      let run = try ProgramRun(["run", "--config", folder.path("port587.yaml")])
      #expect(run.status == 0 && run.notes.isEmpty, "\(run.notes)")
      let written = try ReportText(Data(contentsOf: URL(fileURLWithPath: folder.path("out/report.json"))))
      #expect(written.identities == audit.identities)
    }
  }

  /// Content and mode of the key file, the exit status, and what is said.
  static let keyFiles: [(String?, Int, Int32, String)] = [
    (nil, 0o600, 66, "key of the pseudonyms"), ("0123456789abcdef", 0o600, 0, ""), ("0123456789abcdef", 0o400, 0, ""),
    ("0123456789abcdef", 0o640, 78, "chmod 600"), ("0123456789abcdef", 0o604, 78, "chmod 600"),
    ("0123456789abcde\n", 0o600, 78, "16 bytes or more"), ("", 0o600, 78, "16 bytes or more"),
    (String(repeating: "k", count: 5000), 0o600, 78, "longer than 4096"),
  ]

  @Test(
    "a key that is missing, open to others, short or no key is refused before anything is read", arguments: keyFiles)
  func keys(content: String?, mode: Int, status: Int32, says: String) async throws {
    try await LogFolder.use { folder in
      let log = try folder.write(IceWarpTalk().submission(by: "ana@example.com"))
      let file = folder.path("key")
      if let content {
        try folder.write(Data(content.utf8), to: "key")
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file)
      }
      let run = try ProgramRun(["audit", log, "--pseudonymise", file, "--output", folder.path("out")])
      #expect(run.status == status && (says.isEmpty ? run.notes.isEmpty : run.notes.contains(says)), "\(run.notes)")
      #expect(FileManager.default.fileExists(atPath: folder.path("out")) == (status == 0))
      #expect(!(run.notes + run.text).contains("0123456789abcde"))
    }
  }

  @Test("a folder is no key")
  func folder() async throws {
    try await LogFolder.use { folder in
      let log = try folder.write(IceWarpTalk().submission(by: "ana@example.com"))
      let run = try ProgramRun(["audit", log, "--pseudonymise", folder.url.path])
      #expect(run.status == 78, "\(run.notes)")
    }
  }
}
