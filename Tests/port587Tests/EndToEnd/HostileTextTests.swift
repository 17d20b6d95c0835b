import Foundation
import Testing

/// Names in a log are written by whoever connects: they stay text in the terminal, the page, the tables and JSON.
@Suite("Hostile text")
struct HostileTextTests {
  /// What a client can call itself or log in as.
  static let names = [
    "=cmd|' /C calc'!A0", "+1", "-1+cmd", "@SUM(1)", " =1+1", "\t=2+2", "<img src=x onerror=alert(1)>",
    "</script><script>x",
    "\"onmouseover=\"x", "javascript:alert(1)", "{{user}}", "{{{raw}}}", "a\u{1B}[31mred\u{1B}]0;title\u{07}",
    "a\u{9B}31m",
    "a\u{202E}b\u{2066}c", "a,b\"c", "o'brien", "ana\u{0}x", "zero\u{200B}width", "a\u{85}b\u{2028}c",
  ]

  /// Everything that came out of one run, by the name of the file or stream.
  private static func outputs(_ folder: LogFolder, _ run: ProgramRun) throws -> [(name: String, bytes: Data)] {
    var outputs = [("standard output", run.output), ("standard error", run.errors)]
    for file in try FileManager.default.contentsOfDirectory(atPath: folder.path("out")).sorted() {
      outputs.append((file, try Data(contentsOf: URL(fileURLWithPath: folder.path("out/" + file)))))
    }
    return outputs
  }

  private static func run(_ folder: LogFolder, _ arguments: [String] = []) throws -> [(name: String, bytes: Data)] {
    let run = try ProgramRun(
      ["audit", "logs", "--output", "out", "--verbose"] + arguments, environment: ["COLUMNS": "400"], folder: folder.url
    )
    #expect(run.status == 0 || run.status == 3, "\(run.notes)")
    return try outputs(folder, run)
  }

  /// Characters that a terminal, an editor or a spreadsheet would obey.
  private static func obeyed(_ bytes: Data) -> [Unicode.Scalar] {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.filter { scalar in
      switch scalar.properties.generalCategory {
      case .control: scalar != "\n" && scalar != "\r"
      case .format, .lineSeparator, .paragraphSeparator: true
      default: false
      }
    }
  }

  private static func write(_ folder: LogFolder) throws {
    var lines: [String] = []
    for (number, name) in names.enumerated() {
      var talk = IceWarpTalk(client: "198.51.100.\(number + 1)", thread: String(format: "%04X", number))
      talk.helo = name
      lines += talk.submission(by: name, from: "x\(name)@example.com")
      lines += talk.failure(of: name + "x")
    }
    try folder.write(lines, end: "\r\n", to: "logs/" + LogFolder.monday)
    try folder.write(["no log"], to: "logs/a\u{1B}[31m<img src=x>=1\n198.51.100.9 [0001] forged.txt")
  }

  @Test("No control character and no change of direction comes out anywhere")
  func controls() async throws {
    try await LogFolder.use { folder in
      try HostileTextTests.write(folder)
      for language in ["en", "pt-BR"] {
        for output in try HostileTextTests.run(folder, ["--language", language]) {
          #expect(HostileTextTests.obeyed(output.bytes).isEmpty, "\(output.name)")
          #expect(!output.bytes.isEmpty, "\(output.name)")
        }
      }
    }
  }

  @Test("A file name with a line break forges no line of a message")
  func fileNames() async throws {
    try await LogFolder.use { folder in
      try HostileTextTests.write(folder)
      for output in try HostileTextTests.run(folder) where output.name.hasPrefix("standard") {
        let lines = String(decoding: output.bytes, as: UTF8.self).split(separator: "\n")
        #expect(!lines.contains { $0.hasPrefix("198.51.100.9 [0001] forged") }, "\(output.name)")
      }
    }
  }

  @Test("A cell of CSV is no formula, and every row has the width of the header")
  func tables() async throws {
    try await LogFolder.use { folder in
      try HostileTextTests.write(folder)
      for output in try HostileTextTests.run(folder) where output.name.hasSuffix(".csv") {
        let rows = try HostileTextTests.rows(String(decoding: output.bytes, as: UTF8.self))
        #expect(rows.count > (output.name == "refusals.csv" ? 0 : HostileTextTests.names.count / 2), "\(output.name)")
        for row in rows {
          #expect(row.count == rows[0].count, "\(output.name): \(row)")
          for cell in row {
            let first = cell.drop { $0 == " " }.first
            let isNumber = cell.wholeMatch(of: /[+-]?[0-9]+(\.[0-9]+)?/) != nil
            #expect(isNumber || !["=", "+", "-", "@", "\t", "\r"].contains(first), "\(output.name): \(cell)")
          }
        }
      }
    }
  }

  /// Reads RFC 4180: commas, CR LF, quotes doubled inside quotes.
  private static func rows(_ text: String) throws -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell = ""
    var isQuoted = false
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\"" where isQuoted && rest.first == "\"":
        cell.unicodeScalars.append(scalar)
        rest.removeFirst()
      case "\"": isQuoted.toggle()
      case "," where !isQuoted:
        row.append(cell)
        cell = ""
      case "\r" where !isQuoted:
        #expect(rest.popFirst() == "\n")
        rows.append(row + [cell])
        row = []
        cell = ""
      default: cell.unicodeScalars.append(scalar)
      }
    }
    #expect(!isQuoted && cell.isEmpty && row.isEmpty, "the last row ends")
    return rows
  }

  @Test("Names stay text in the page, which runs nothing and loads nothing")
  func page() async throws {
    try await LogFolder.use { folder in
      try HostileTextTests.write(folder)
      let page = try #require(HostileTextTests.run(folder).first { $0.name == "report.html" })
      let text = String(decoding: page.bytes, as: UTF8.self)
      #expect(text.contains("default-src &#39;none&#39;") || text.contains("default-src 'none'"))
      for tag in ["<img", "<iframe", "<object", "<base", "<form", "</script><script>x"] {
        #expect(!text.contains(tag), "\(tag)")
      }
      for link in text.matches(of: /<link[^>]*>/) { #expect(link.output.contains("href=\"data:"), "\(link.output)") }
      #expect(text.components(separatedBy: "<script").count == text.components(separatedBy: "</script>").count)
      #expect(text.components(separatedBy: "<script").count <= 2, "one script at most, whose hash the policy names")
      #expect(text.contains("&lt;img src=x onerror=alert(1)&gt;"))
      #expect(text.contains("{{user}}"), "a name is no template")
      #expect(!text.contains(" onmouseover=\"x"))
      #expect(text.matches(of: /(href|src|action)\s*=\s*["']?\s*javascript:/).isEmpty)
    }
  }

  @Test("What looks like another line inside HELO, MAIL FROM or a name is no line")
  func forged() async throws {
    try await LogFolder.use { folder in
      let forgery = "198.51.100.66   [0BAD] 10:00:00 <<< MAIL FROM:<forged@example.com>"
      var talk = IceWarpTalk()
      talk.helo = forgery
      var lines = talk.submission(by: "ana@example.com", from: "a> 250 ok \(forgery)")
      lines += IceWarpTalk(thread: "0002").submission(by: "bia@example.com\r\n" + forgery, from: "bia@example.com")
      lines += [
        IceWarpTalk(thread: "0003").line("<<< MAIL FROM:<x> 235 2.0.0 Authentication successful"),
        IceWarpTalk(thread: "0003").line("<<< 235 2.0.0 Authentication successful"),
      ]
      try folder.write(lines, to: "logs/" + LogFolder.monday)
      let json = try #require(HostileTextTests.run(folder).first { $0.name == "report.json" })
      let report = try ReportText(json.bytes)
      #expect(!report.list("addresses").contains { $0["address"] as? String == "198.51.100.66" })
      #expect(report.number("totals.authenticatedSessions") == 2)
      #expect(!report.identities.contains("forged@example.com"))
      #expect(report.list("sources").first?["lines"] as? Int == lines.count)
    }
  }

  @Test("Postfix: a HELO or sender that holds what a later part of the line says")
  func forgedPostfix() async throws {
    try await LogFolder.use { folder in
      let head = "Mar 16 10:00:00 mail postfix/smtpd[100]: "
      let text = "NOQUEUE: reject: RCPT from unknown[198.51.100.7]: 554 5.7.1 <b@example.net>: Relay access denied; "
      try folder.write(
        [
          head + "connect from unknown[198.51.100.7]",
          head + text + "from=<a@example.org, sasl_username=forged@example.com> to=<b@example.net> proto=ESMTP "
            + "helo=<x> sasl_method=LOGIN, sasl_username=forged@example.com>",
          head + "disconnect from unknown[198.51.100.7] ehlo=1 mail=1 rcpt=0/1 quit=1 commands=3/4",
        ], to: "logs/mail.log")
      let json = try #require(HostileTextTests.run(folder, ["--year", "2026"]).first { $0.name == "report.json" })
      let report = try ReportText(json.bytes)
      #expect(report.identities == [])
      #expect(report.number("totals.authenticatedSessions") == 0)
      #expect(report.number("totals.sessions") == 1)
    }
  }
}
