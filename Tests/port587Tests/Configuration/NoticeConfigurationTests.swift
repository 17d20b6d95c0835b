import ArgumentParser
import MailModel
import Notices
import Testing

@testable import port587

/// What the sections `notices` and `probes` may say, and which options they come to.
@Suite("Configuration, notices and probes")
struct NoticeConfigurationTests {
  private static let head = "sources: [{paths: [logs]}]\ncutover: 2026-12-01\n"

  /// Keys of a section, one below the other.
  private static func section(_ name: String, _ lines: [String]) -> String {
    head + name + ":\n" + lines.map { "  \($0)\n" }.joined()
  }

  private static func notices(_ lines: String...) -> String {
    section("notices", ["domains: [example.com]", "server: mail.example.com"] + lines)
  }

  /// A text beside the words of the problem that it leads to.
  static let rows: [(String, String)] = [
    (section("notices", ["server: mail.example.com"]), "4:3: notices.domains: this key is missing"),
    (section("notices", ["domains: [example.com]"]), "4:3: notices.server: this key is missing"),
    (section("notices", ["domains: []", "server: a.b"]), "4:12: notices.domains: the list is empty"),
    (section("notices", ["domains: example.com", "server: a.b"]), "4:12: notices.domains: this has to be a list"),
    (section("notices", ["domains: [a b]", "server: a.b"]), "4:13: notices.domains[0]: this has to be the name of"),
    (notices("send: 1"), "6:9: notices.send: this has to be true or false; there is 1"),
    (notices("send: 'true'"), "notices.send: this has to be true or false; there is the text"),
    (notices("send: true"), "notices.from: this key is missing: whom the notices come from"),
    (notices("send: true"), "notices.smtp: this key is missing"),
    (notices("send: true"), "notices.credentials: this key is missing"),
    (notices("sned: true"), "6:3: notices.sned: this key is not known here; known are: send, domains"),
    (notices("state: s.sqlite"), "notices.state: this key is not known here"),
    (notices("server-name: a"), "notices.server-name: this key is not known here"),
    (notices("from: nobody"), "6:9: notices.from: this has to be an address such as it@example.com"),
    (notices("from: \"a@example.com\\nBcc: b@example.com\""), "notices.from: this has to be an address"),
    (notices("smtp: http://mail.example.com"), "notices.smtp: this has to be smtp://HOST:587 or smtps://HOST:465"),
    (notices("limit: 0"), "notices.limit: this has to be a number from 1 on, or none; there is 0"),
    (notices("rate: fast"), "notices.rate: this has to be a pace such as 2/s"),
    (notices("repeat-after: 7"), "notices.repeat-after: this has to be a length of time such as 7d"),
    (notices("max-rounds: 0"), "notices.max-rounds: this has to be a number from 1 to 100"),
    (notices("senders-from: 9"), "notices.senders-from: this has to be a number from 2 to 8"),
    (notices("language: fr"), "notices.language: this has to be en, pt-BR or es; there is fr"),
    (notices("guide: http://example.com"), "notices.guide: this has to be an https:// address"),
    (notices("contact: 1234"), "notices.contact: this has to be a text; 1234"),
    (notices("bounces: box"), "6:12: notices.bounces: this has to be a list"),
    (notices("submission-port: none", "submissions-port: none"), "The notices have to name one port at least."),
    (
      "sources: [{paths: [logs]}]\nnotices: {domains: [example.com], server: a.b}\n",
      "2:10: cutover: this key is missing: the notices say from which day"
    ),
    (section("probes", ["max-age: 20h"]), "4:3: probes.hosts: this key is missing"),
    (section("probes", ["hosts: [a/b]"]), "4:11: probes.hosts[0]: this has to be the name or address of a server"),
    (section("probes", ["hosts: [a.b]", "max-age: 20"]), "probes.max-age: this has to be a length of time"),
    (section("probes", ["hosts: [a.b]", "ports: [0]"]), "5:11: probes.ports[0]: this has to be a port"),
    (section("probes", ["hosts: [a.b]", "timeout: 0"]), "probes.timeout: this has to be a number from 1 to 600"),
    (
      section("probes", ["hosts: [a.b]", "host: c.d"]), "5:3: probes.host: this key is not known here; known are: hosts"
    ),
    (
      section("probes", ["hosts: [a.b]", "max-age: 7d"]) + "notices: {domains: [example.com], server: a.b}\n",
      "probes.max-age: notices need a probe that is younger than a day"
    ),
  ]

  @Test("every problem is said with its place and key", arguments: rows)
  func problems(text: String, words: String) {
    do {
      _ = try ConfigurationReader.parse(text, file: "f.yaml")
      Issue.record("nothing was found wrong")
    } catch {
      #expect(error.lines.contains { $0.hasPrefix("f.yaml:") && $0.contains(words) }, "\(error.lines)")
      #expect(error.status == ExitStatus.configuration)
    }
  }

  @Test("the options of the notices are those that notify would be given")
  func options() throws {
    let read = try ConfigurationReader.parse(
      NoticeConfigurationTests.notices(
        "send: true", "from: \"IT desk <it@example.com>\"", "smtp: smtps://mail.example.com:465",
        "credentials: login", "ca-file: /etc/ca.pem", "submission-port: 2587", "submissions-port: none",
        "limit: none", "rate: 30/m", "daily-cap: 500", "deadline: 2h", "repeat-after: 14d", "max-rounds: 2",
        "utc-offset: -03:00", "default-language: pt-BR", "previews: out", "opt-out: o.txt", "include-senders: true",
        "include-unknown: false", "admin: postmaster@example.com", "since: 30d", "user-name: local-part",
        "bounces: [/var/box, box]"), file: "/etc/port587/port587.yaml")
    let options = try #require(try read.noticeOptions(state: "/var/lib/state"))
    #expect(options.input.state == "/var/lib/state" && options.input.since == "30d")
    #expect(options.notifyDomains == ["example.com"] && options.server == "mail.example.com")
    #expect("\(options.cutover.day)" == "2026-12-01")
    #expect(options.from?.mailbox == Mailbox(text: "IT desk <it@example.com>"))
    #expect(options.sending.send && options.sending.credentials == "/etc/port587/login")
    #expect(options.sending.caFile == "/etc/ca.pem" && options.sending.dailyCap == 500)
    #expect(options.sending.limit != nil && options.sending.limit?.number == nil)
    #expect(options.sending.rate?.intervalMilliseconds == 2000 && options.sending.deadline?.seconds == 7200)
    #expect(options.submissionPort?.port == 2587 && options.submissionsPort != nil && options.namedPorts == [2587])
    #expect(options.repeatAfter?.seconds == 14 * 86_400 && options.maxRounds == 2)
    #expect(options.utcOffset?.seconds == -10_800 && options.defaultLanguage?.language == .brazilianPortuguese)
    #expect(options.output == "/etc/port587/out" && options.optOut == "/etc/port587/o.txt")
    #expect(options.includeSenders && !options.includeUnknown && options.userName == .localPart)
    #expect(read.notices?.bounces == ["/var/box", "/etc/port587/box"] && read.notices?.sends == true)
    // Whoever uses the port that the notices name has moved, and the domains of the notices are local.
    let report = try read.noticeReportOptions(options)
    #expect(
      report.submissionPorts == [587, 2587] && report.localDomains.map(\.name) == ["example.com"] && report.since != nil
    )
  }

  @Test("what is not said is as with notify: nothing is sent, and the first wave is ten")
  func usual() throws {
    let read = try ConfigurationReader.parse(NoticeConfigurationTests.notices(), file: "f.yaml")
    let options = try #require(try read.noticeOptions(state: "s"))
    #expect(!options.sending.send && options.sending.limit == nil && !options.unprobed && options.output == nil)
    #expect(options.maxRounds == 3 && options.repeatAfter == nil && read.notices?.sends == false)
    let none = try ConfigurationReader.parse(NoticeConfigurationTests.head, file: "f.yaml")
    #expect(try none.noticeOptions(state: "s") == nil)
  }

  @Test("a credential of the service manager is no path of the configuration's folder")
  func credential() throws {
    let text = NoticeConfigurationTests.notices(
      "send: true", "from: it@example.com", "smtp: smtp://mail.example.com:587", "credentials: credential:submission")
    let read = try ConfigurationReader.parse(text, file: "/etc/port587.yaml")
    #expect(try read.noticeOptions(state: "s")?.sending.credentials == "credential:submission")
    #expect(try CredentialsFile.place("a/b", [:]) == "a/b")
    let folder = ["CREDENTIALS_DIRECTORY": "/run/credentials/port587.service"]
    #expect(
      try CredentialsFile.place("credential:submission", folder) == "/run/credentials/port587.service/submission")
    for (name, environment) in [("credential:x", [:]), ("credential:", folder), ("credential:../x", folder)] {
      #expect(throws: NotifyFault.self) { _ = try CredentialsFile.place(name, environment) }
    }
  }

  @Test("every key of both sections is one that the command knows")
  func keys() {
    let notify = NotifyRunCommand.helpMessage(columns: 1000)
    for key in NoticeConfiguration.keys { #expect(notify.contains(key.option), "\(key.name)") }
    let probe = ProbeCommand.helpMessage(columns: 1000)
    for key in ProbeConfiguration.keys { #expect(probe.contains(key.option), "\(key.name)") }
    let names = NoticeConfiguration.keys.map(\.name) + ["bounces"]
    #expect(Set(names).count == names.count)
  }
}
