import ArgumentParser
import MailModel
import Notices

/// The options of `port587 notify`, as `docs/contract.md` names them.
struct NotifyOptions: ParsableArguments {
  @OptionGroup var input: NoticeInputOptions

  @Option(name: .customLong("output"), help: "Write the previews, index.html and plan.json into this folder.")
  var output: String?
  @Flag(help: "Print plan.json on standard output, and nothing else.")
  var json = false
  @Option(
    name: .customLong("notify-domain"),
    help: "A domain whose users may be told (repeatable); nothing leaves for others.")
  var notifyDomains: [String]
  @Option(help: "The outgoing server that users shall type.")
  var server: String
  @Option(help: "The day from which on the old way no longer works: 2026-12-01. It names the campaign.")
  var cutover: DayArgument
  @Option(help: "The port with STARTTLS that the notices name, or none (default 587).")
  var submissionPort: PortArgument?
  @Option(help: "The port with TLS from the first byte that the notices name, or none (default 465).")
  var submissionsPort: PortArgument?
  @Option(help: "The login that users shall type: address (the whole address) or local-part.")
  var userName: UserNameForm = .address
  @Option(help: "Whom the notices come from: it@example.com, or \"IT desk <it@example.com>\" (needed for --send).")
  var from: MailboxArgument?
  @Option(help: "Where answers go (default: --from).")
  var replyTo: MailboxArgument?
  @Option(help: "The envelope sender, which gets the bounces (default: the address of --from).")
  var envelopeFrom: MailboxArgument?
  @Option(help: "Who signs (default: the name in --from, else the first --notify-domain).")
  var organisation: String?
  @Option(help: "Whom to ask, for instance \"the help desk, extension 1234\" (default: the address for answers).")
  var contact: String?
  @Option(help: "An https page with more instructions.")
  var guide: String?
  @Option(help: "The https address of a published autoconfig file.")
  var autoconfig: String?
  @Option(help: "A .mobileconfig file that goes along with each notice.")
  var attachProfile: String?
  @Option(help: "An https address for one-click opt-out; {address} and {token} stand for the recipient.")
  var optOutURL: String?
  @Option(help: "The text with which the server refuses (default: the one that the logs show).")
  var refusalText: String?
  @Option(help: "One language for everybody: en, pt-BR, es.")
  var language: NoticeLanguageArgument?
  @Option(help: "The language of those whom --languages does not name (default en).")
  var defaultLanguage: NoticeLanguageArgument?
  @Option(help: "A file with an address or @domain and a language a line.")
  var languages: String?
  @Option(
    parsing: .unconditional, help: "Offset from UTC of the times that the notices show (default: this machine's).")
  var utcOffset: UTCOffset?
  @Option(help: "A folder with changed texts (see: port587 notify templates).")
  var templates: String?
  @Flag(help: "Also senders without a login, if the account list has them.")
  var includeSenders = false
  @Flag(help: "Also users whose port is not known.")
  var includeUnknown = false
  @Option(help: "A file with addresses and @domains, one a line, that are never told.")
  var optOut: String?
  @Option(help: "From how many device names on a login counts as shared and goes to the administrator (default 6).")
  var sharedFrom: Int = 6
  @Option(help: "From how many senders on a login counts as shared, 2 to 8 (default 4).")
  var sendersFrom: Int = 4
  @Option(help: "A result of port587 probe --json, younger than a day (default: the latest in the state).")
  var probe: String?
  @Flag(help: "Take server and ports as they are, without a probe's result.")
  var unprobed = false
  @Option(help: "The time before somebody is told again (default 7d).")
  var repeatAfter: DurationArgument?
  @Option(help: "How often somebody is told at most (default 3).")
  var maxRounds: Int = 3
  @Flag(help: "Also thank those who were told and have moved since.")
  var thankMoved = false
  @Option(help: "Who gets the digest of each run.")
  var admin: MailboxArgument?
  @OptionGroup var sending: SendingOptions

  func validate() throws {
    try EmptyPath.refuse(("--output", output))
    if notifyDomains.isEmpty { throw ValidationError("Give --notify-domain: nothing leaves for other domains.") }
    for domain in notifyDomains where !NoticeAddress.isHostName(domain) {
      throw ValidationError("--notify-domain wants the name of a domain, not \(domain).")
    }
    guard NoticeAddress.isHostName(server) else { throw ValidationError("--server wants the name of a host.") }
    if !unprobed, probe == nil, input.state == nil {
      throw ValidationError(
        "Users are told checked facts only: give --state FILE of port587 probe \(server) --state FILE, "
          + "--probe FILE (port587 probe \(server) --json > FILE), or --unprobed.")
    }
    if submissionPort.map({ $0.port == nil }) == true, submissionsPort.map({ $0.port == nil }) == true {
      throw ValidationError("The notices have to name one port at least.")
    }
    for (name, url) in [("--guide", guide), ("--autoconfig", autoconfig), ("--opt-out-url", optOutURL)] {
      guard let url else { continue }
      guard NotifyOptions.isPage(url) else { throw ValidationError("\(name) wants an https:// address.") }
    }
    if maxRounds < 1 { throw ValidationError("--max-rounds wants a number from 1 on.") }
    if sharedFrom < 2 { throw ValidationError("--shared-from wants a number from 2 on.") }
    if !(2...UserReport.manySenders).contains(sendersFrom) {
      throw ValidationError("--senders-from wants a number from 2 to \(UserReport.manySenders).")
    }
    if sending.send, from == nil { throw ValidationError("--send needs --from: an address that people can answer.") }
    if sending.send, input.state == nil {
      throw ValidationError("--send needs --state FILE, where it is kept who was told, so that nobody is told twice.")
    }
  }

  /// The ports that the notices name, where an option says them.
  var namedPorts: [Int] { [submissionPort?.port, submissionsPort?.port].compactMap { $0 } }

  /// An https address without a character that would end it in a text.
  static func isPage(_ url: String) -> Bool {
    url.hasPrefix("https://")
      && url.utf8.allSatisfy {
        (0x21..<0x7f).contains($0) && $0 != 0x3c && $0 != 0x3e && $0 != 0x22 && $0 != 0x5c
      }
  }
}
