import ArgumentParser
import Foundation
import MailModel
import Probing
import Reporting
import Transport

/// The command `port587 probe HOST…`.
struct ProbeCommand: ParsableCommand, PrintingCommand {
  static let configuration = CommandConfiguration(
    commandName: "probe",
    abstract: "Asks a live server on ports 25, 587 and 465 whether users can be sent there.",
    discussion: """
      Says EHLO, STARTTLS, NOOP and QUIT, and nothing else unless told to; never DATA.

      --policy-check is refused some sixteen times, as it should be: exempt this address first where fail2ban or a tarpit counts \
      refusals.

      Exit status: 0 ready; 1 not ready; 3 could not be finished. With --nagios 0, 1, 2, 3 as monitoring has them.
      """)

  @Argument(help: "Names or addresses of servers; the certificate must be for the name that users type.")
  var hosts: [String]

  @Option(
    name: .customLong("port"),
    help: "A port, and how TLS begins there: 587, 2587:starttls, 465:tls, 25:plain (repeatable; default 25, 587, 465).")
  var ports: [ProbePortArgument] = []
  @Option(help: "Seconds for everything on one port of one address.")
  var timeout: Double = 15
  @Option(help: "Certificates to trust instead of the system's, in PEM.")
  var caFile: String?
  @Option(help: "What to call this machine in EHLO (default: its host name).")
  var ehloName: String?
  @Flag(help: "Ask with MAIL, RCPT and RSET who may write to whom; never DATA.")
  var policyCheck = false
  @Option(help: "For --policy-check: an address of this server.")
  var localSender: PolicyAddressArgument?
  @Option(help: "For --policy-check: an address of this server that takes mail.")
  var localRecipient: PolicyAddressArgument?
  @Option(help: "For --policy-check and --login: an address elsewhere; nothing is sent to it.")
  var externalRecipient: PolicyAddressArgument?
  @Option(help: "Log in once per port, behind TLS only: a file with user and password on two lines, mode 0600.")
  var login: String?
  @Option(help: "Open so many connections at once, 2 to 100, as an office behind one address does.")
  var connectionsAtOnce: Int?
  @Flag(help: "The probe runs where users are: explain what their network filters.")
  var fromClient = false
  @Flag(help: "For --policy-check: this machine stands in a network that the server trusts; see what that spares.")
  var fromTrusted = false
  @Option(help: "The domain of users' addresses: look at its SRV records, autoconfig and Autodiscover too.")
  var domain: HostArgument?
  @Option(help: "Ask this DNS server (ADDRESS or ADDRESS:PORT) for SRV, CNAME and CAA instead of the system's.")
  var dnsServer: NameServerArgument?

  @Flag(
    help: "Only find out how the log shows each port: connect once under a name of its own and look for it in --logs.")
  var calibrate = false
  @Option(
    name: .customLong("logs"),
    help: "For --calibrate: the log that is written now; file, folder or pattern (repeatable).")
  var logs: [String] = []
  @Option(help: "For --calibrate: whose logs these are, for the state (default: the name of this host).")
  var serverName: String?
  @Option(help: "Keep the result in this state, for audit, report and notify.")
  var state: String?
  @OptionGroup var printing: PrintingOptions
  @Flag(help: "Print one line for monitoring, with its exit status.")
  var nagios = false
  @Option(help: "Write a page: FILE.html, or a folder for probe.html and probe.json.")
  var output: String?
  @Option(help: "Write figures for monitoring into this file: OpenMetrics, for node_exporter's textfile collector.")
  var metrics: String?
  @Flag(help: "List the checks that passed or were not asked, too.")
  var verbose = false

  func validate() throws {
    try EmptyPath.refuse(("--output", output))
    guard hosts.allSatisfy(ProbeCommand.isHost) else {
      throw ValidationError("A host is a name or an address, without port and without URL.")
    }
    guard timeout.isFinite, (0.2...600).contains(timeout) else {
      throw ValidationError("--timeout takes 0.2 to 600 seconds.")
    }
    if let ehloName, !ProbeCommand.isHost(ehloName), !ehloName.hasPrefix("[") || !ehloName.hasSuffix("]") {
      throw ValidationError("--ehlo-name takes a host name or an address in brackets.")
    }
    guard connectionsAtOnce.map({ (2...100).contains($0) }) ?? true else {
      throw ValidationError("--connections-at-once takes 2 to 100.")
    }
    guard calibrate == !logs.isEmpty else { throw ValidationError("--calibrate and --logs PATH go together.") }
    guard !calibrate || !(nagios || policyCheck || login != nil || output != nil || metrics != nil || domain != nil)
    else {
      throw ValidationError("--calibrate connects and looks into the log, and does nothing else.")
    }
    guard !fromTrusted || policyCheck else { throw ValidationError("--from-trusted belongs to --policy-check.") }
    guard !(printing.json && nagios) else { throw ValidationError("--json and --nagios exclude each other.") }
  }

  func run() throws {
    var status = 0
    do throws(ProbeFault) {
      let options = try ProbeSettings(command: self).options()
      if let fault = TransportLibrary.fault { throw .missingLibrary(fault) }
      status = calibrate ? try CalibrationRun(command: self, options: options).run() : try probe(options)
    } catch {
      Console.note(error.lines)
      throw nagios ? ExitCode(3) : error.status
    }
    if status != 0 { throw ExitCode(Int32(status)) }
  }

  private func probe(_ options: ProbeOptions) throws(ProbeFault) -> Int {
    let result = Probe(options: options).run(hosts)
    try ProbeWriter(command: self).write(result)
    if let state { try ProbeKeeper.keep(result, in: state, now: options.now) }
    return nagios ? ProbeAlarm(result).status : ProbeCommand.status(result)
  }

  /// 0 ready, 1 not ready, 3 could not be finished.
  static func status(_ result: ProbeResult) -> Int {
    if !result.blockers.isEmpty { return 1 }
    if result.isUnfinished { return 3 }
    return result.ready ? 0 : 1
  }

  /// A name, or an address without a zone.
  static func isHost(_ text: String) -> Bool {
    if IPAddress(text) != nil { return !text.contains("%") }
    return !text.isEmpty && text.utf8.count <= 253 && !text.hasPrefix("-")
      && text.utf8.allSatisfy {
        (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) || [45, 46, 95].contains($0)
      }
  }
}
