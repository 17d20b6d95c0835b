import MailModel
import Reporting
import Testing

@testable import port587

/// What a configuration may say, and what is said of one that is wrong.
@Suite("Configuration, reading")
struct ConfigurationReaderTests {
  /// A text beside the problems it leads to, each as `line:column: key: words of the message`.
  struct Row: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String
    let problems: [String]

    init(_ name: String, _ text: String, _ problems: [String]) {
      testDescription = name
      self.text = text
      self.problems = problems
    }
  }

  private static let sources = "sources: [{paths: [logs]}]\n"

  static let rows = [
    Row("nothing", "", ["it is empty"]),
    Row("a list", "- a\n", ["1:1: the file has to be a list of keys"]),
    Row("a text", "hello\n", ["1:1: the file has to be"]),
    Row("no YAML", "sources: [a\nb: c\n", ["this is no YAML"]),
    Row("a tab as indentation", "sources:\n\t- paths: [a]\n", ["2:1: this is no YAML"]),
    Row("two documents", sources + "---\na: b\n", ["2:1: this is no YAML"]),
    Row("a control character", sources + "state: \u{1}\n", ["this is no YAML"]),
    Row("a key twice", sources + "state: a\nstate: b\n", [": state: this key stands twice"]),
    Row("a key that nobody knows", sources + "stat: a\n", ["2:1: stat: this key is not known here; known are: state"]),
    Row("a key that is a list", sources + "[a]: b\n", ["2:1: a key has to be a text"]),
    Row("no sources", "state: a\n", ["1:1: sources: this key is missing"]),
    Row("an empty list of sources", "sources: []\n", ["1:1: sources: the list is empty"]),
    Row("sources is a text", "sources: logs\n", ["1:10: sources: this has to be a list", "there is logs"]),
    Row("a source is a text", "sources:\n  - logs\n", ["2:5: sources[0]: this has to be keys with values"]),
    Row("a source without paths", "sources:\n  - year: 2026\n", ["2:5: sources[0].paths: this key is missing"]),
    Row("a source with no path", "sources: [{paths: []}]\n", ["1:12: sources[0].paths: the list is empty"]),
    Row("a path is a number", "sources: [{paths: [12]}]\n", ["sources[0].paths[0]: this has to be a text; 12"]),
    Row("standard input", "sources: [{paths: ['-']}]\n", ["sources[0].paths[0]: a run reads no standard input"]),
    Row(
      "an unknown key of a source", "sources:\n  - paths: [a]\n    path: [b]\n",
      ["3:5: sources[0].path: this key is not known here; known are: paths, log-format"]),
    Row(
      "an unknown format", "sources: [{paths: [a], log-format: exim}]\n", ["sources[0].log-format: exim", "icewarp"]),
    Row("an offset", "sources: [{paths: [a], utc-offset: 25}]\n", ["sources[0].utc-offset: this has to be an offset"]),
    Row("a year in quotes", "sources: [{paths: [a], year: '2026'}]\n", ["sources[0].year", "the text \"2026\""]),
    Row(
      "a year far off", "sources: [{paths: [a], year: 26}]\n", ["sources[0].year: this has to be a number from 1980"]),
    Row("port 0", "sources: [{paths: [a], port-of-path: {b: 0}}]\n", ["sources[0].port-of-path.b", "1 to 65535"]),
    Row("a port with a fraction", "sources: [{paths: [a], port-of-path: {b: 2.5}}]\n", ["sources[0].port-of-path.b"]),
    Row("no address", "sources: [{paths: [a], port-of-address: {h: 25}}]\n", ["port-of-address.h: this is no IP"]),
    Row("yes for a text", sources + "server-name: yes\n", ["2:14: server-name: this has to be a text; yes", "quotes"]),
    Row("nothing for a text", sources + "accounts:\n", ["accounts: this has to be a text; there is nothing"]),
    Row("an empty text", sources + "accounts: ''\n", ["2:11: accounts: the text is empty"]),
    Row("an escape in a text", sources + "accounts: \"a\\x1bb\"\n", ["2:11: accounts: the text holds a control"]),
    Row(
      "domains with a comma", sources + "local-domains: ['@example.org', 'example.com,example.net']\n",
      ["local-domains[1]: this has to be the name of one domain", "the text \"example.com,example.net\""]),
    Row("no domain", sources + "default-domain: ana@example.com\n", ["default-domain: this has to be the name of one"]),
    Row("a text for a list", sources + "local-domains: example.com\n", ["2:16: local-domains: this has to be a list"]),
    Row(
      "a port twice", sources + "ports: {legacy: [25, 587]}\n",
      ["2:8: ports.submission: port 587", "stands under legacy"]),
    Row("a port twice, written", sources + "ports: {legacy: [25, 25]}\n", ["2:22: ports.legacy[1]: port 25 stands"]),
    Row("no number", sources + "ports: {legacy: [x]}\n", ["2:18: ports.legacy[0]: this has to be a number"]),
    Row("an empty list of ports", sources + "ports: {legacy: []}\n", ["2:17: ports.legacy: the list is empty"]),
    Row("a report without folder", sources + "reports: [{language: es}]\n", ["2:11: reports[0].folder: this key is"]),
    Row("a language", sources + "reports: [{folder: a, language: tlh}]\n", ["reports[0].language: tlh is not known"]),
    Row("a folder twice", sources + "reports: [{folder: a}, {folder: a}]\n", ["reports[1].folder: another report"]),
    Row("no day", sources + "cutover: tomorrow\n", ["2:10: cutover: this has to be a day such as 2026-12-01"]),
    Row("a day that is none", sources + "cutover: 2026-02-30\n", ["2:10: cutover: this has to be a day"]),
    Row("metrics as a list", sources + "metrics: [a]\n", ["2:10: metrics: this has to be a text; there is a list"]),
    Row("no day to keep", sources + "retention-days: 0\n", ["2:17: retention-days: this has to be a number from 1"]),
    Row(
      "likely ports as a flag", sources + "infer-port: true\n", ["2:13: infer-port: this has to be keys with values"]),
    Row(
      "a flag as a text", sources + "infer-port: {message-submission: 'true'}\n",
      ["infer-port.message-submission: this has to be true or false; there is the text \"true\""]),
    Row(
      "a flag as a number", sources + "infer-port: {message-submission: 1}\n",
      ["infer-port.message-submission: this has to be true or false; there is 1"]),
    Row(
      "an unknown fact", sources + "infer-port: {probes: a}\n",
      ["2:14: infer-port.probes: this key is not known here; known are: probe, preflight, message-submission"]),
    Row("notices as a text", sources + "notices: later\n", ["2:10: notices: this has to be keys with values"]),
    Row("probes as a list", sources + "probes: [a]\n", ["2:9: probes: this has to be keys with values"]),
  ]

  @Test("every problem is said with its place and key", arguments: rows)
  func problems(row: Row) throws {
    do {
      _ = try ConfigurationReader.parse(row.text, file: "etc/port587.yaml")
      Issue.record("nothing was found wrong")
    } catch {
      let said = error.lines.joined(separator: "\n")
      for words in row.problems { #expect(said.contains(words), "\(said)") }
      #expect(error.lines.allSatisfy { $0.hasPrefix("etc/port587.yaml:") }, "\(said)")
      #expect(error.status == ExitStatus.configuration)
    }
  }

  @Test("one problem hides no other, and they come in the order of the file")
  func order() throws {
    do {
      _ = try ConfigurationReader.parse("retention-days: x\nsources: y\nstat: z\n", file: "f")
      Issue.record("nothing was found wrong")
    } catch {
      #expect(error.lines.map { $0.split(separator: ":")[1] } == ["1", "2", "3"], "\(error.lines)")
    }
  }

  @Test("every key is read")
  func everyKey() throws {
    let text = """
      state: state.sqlite
      server-name: mail.example.com
      sources:
        - paths: ["/var/log/mail.log*", logs]
          log-format: postfix
          postfix-services: services.txt
          port-of-path: {"*/submission/*": 587, "*/smtp/*": 25}
          port-of-address: {192.0.2.2: 587, "2001:db8::2": 465}
          utc-offset: -03:00
          year: 2026
        - paths: [other]
      accounts: /etc/accounts.csv
      local-domains: [example.com, example.org]
      default-domain: example.com
      ports: {legacy: [25, 366], submission: [587], submissions: [465]}
      reports:
        - folder: out
          language: pt-BR
      metrics: /var/lib/metrics/port587.prom
      pseudonymise: keys/pseudonyms.key
      cutover: 2026-12-01
      retention-days: 90
      notices: {domains: [example.com], server: mail.example.com, bounces: [Maildir]}
      probes: {hosts: [mail.example.com]}
      connections: [fw/pfirewall.log]
      infer-port: {probe: probe.json, preflight: /etc/preflight.json, message-submission: true}
      """
    let read = try ConfigurationReader.parse(text, file: "/etc/port587/port587.yaml")
    #expect(read.state == "/etc/port587/state.sqlite")
    #expect(read.serverName == "mail.example.com")
    #expect(read.sources.count == 2)
    #expect(read.sources[0].paths == ["/var/log/mail.log*", "/etc/port587/logs"])
    #expect(read.sources[0].logFormat == "postfix")
    #expect(read.sources[0].postfixServices == "/etc/port587/services.txt")
    #expect(read.sources[0].portOfPath.map(\.pattern) == ["*/submission/*", "*/smtp/*"])
    #expect(read.sources[0].portOfPath.map(\.port) == [587, 25])
    #expect(read.sources[0].portOfAddress.map(\.port) == [587, 465])
    #expect(read.sources[0].utcOffset?.seconds == -10_800)
    #expect(read.sources[0].year == 2026)
    #expect(read.sources[1] == SourceConfiguration(paths: ["/etc/port587/other"]))
    #expect(read.accounts == "/etc/accounts.csv")
    #expect(read.localDomains.map(\.name) == ["example.com", "example.org"])
    #expect(read.defaultDomain?.name == "example.com")
    #expect(read.ports == PortPolicy(legacyPorts: [25, 366]))
    #expect(read.reports.map(\.folder) == ["/etc/port587/out"])
    #expect(read.reports[0].language?.language == .brazilianPortuguese)
    #expect(read.metrics == "/var/lib/metrics/port587.prom")
    #expect(read.pseudonymise == "/etc/port587/keys/pseudonyms.key")
    #expect(read.cutover == CivilDate(year: 2026, month: 12, day: 1))
    #expect(read.retentionDays == 90)
    #expect(
      read.inference
        == InferenceConfiguration(
          probe: "/etc/port587/probe.json", preflight: "/etc/preflight.json", messageSubmission: true))
    #expect(read.notices?.bounces == ["/etc/port587/Maildir"] && read.notices?.sends == false)
    #expect(read.probes?.hosts == ["mail.example.com"] && read.probes?.maxAge == 72_000)
    #expect(read.connections == ["/etc/port587/fw/pfirewall.log"])
  }

  @Test("what is not said is as documented")
  func usual() throws {
    let read = try ConfigurationReader.parse(ConfigurationReaderTests.sources, file: "f.yaml")
    #expect(read == RunConfiguration(sources: [SourceConfiguration(paths: ["logs"])]))
    #expect(read.retentionDays == 400)
    #expect(read.ports == PortPolicy())
  }

  @Test(
    "where the state is",
    arguments: [
      (nil, [:], "/var/lib/port587/state.sqlite"), (nil, ["STATE_DIRECTORY": ""], "/var/lib/port587/state.sqlite"),
      (nil, ["STATE_DIRECTORY": "/var/lib/a"], "/var/lib/a/state.sqlite"),
      (nil, ["STATE_DIRECTORY": "/var/lib/a:/var/lib/b"], "/var/lib/a/state.sqlite"),
      ("/srv/s", ["STATE_DIRECTORY": "/var/lib/a"], "/srv/s"),
    ] as [(String?, [String: String], String)])
  func state(named: String?, environment: [String: String], expected: String) {
    #expect(RunConfiguration(state: named).statePath(environment) == expected)
  }

  @Test("options are those that audit would be given")
  func options() throws {
    let read = try ConfigurationReader.parse(
      """
      sources:
        - {paths: [/a], utc-offset: "+02:00", port-of-address: {192.0.2.2: 587}}
        - {paths: [/b], utc-offset: "+02:00", year: 2026}
      server-name: mail
      ports: {legacy: [366]}
      infer-port: {preflight: /p.json}
      """, file: "f.yaml")
    let second = try read.options(for: read.sources[1], isVerbose: false)
    #expect(second.paths == ["/b"] && second.year == 2026 && second.portOfAddress.isEmpty)
    #expect(second.serverName == "mail" && second.legacyPorts == [366] && second.submissionPorts == [587])
    #expect(second.quiet && second.noProgress && second.state == nil)
    let report = try read.reportOptions()
    #expect(report.inferPort && report.preflight == "/p.json" && report.probe == nil && !report.messageSubmission)
    #expect(!second.inferPort && second.preflight == nil)
    #expect(report.paths.isEmpty && report.utcOffset?.seconds == 7200 && report.portOfAddress.count == 1)
  }
}
