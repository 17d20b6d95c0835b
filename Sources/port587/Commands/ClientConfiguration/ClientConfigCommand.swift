import ArgumentParser
import ClientConfiguration
import Foundation
import MailModel
import Notices
import Reporting
import Transport

/// The command `port587 client-config DOMAIN`.
struct ClientConfigCommand: ParsableCommand, PrintingCommand {
  static let configuration = CommandConfiguration(
    commandName: "client-config",
    abstract: "Writes what mail programs read when an account is added, or checks what a domain publishes now.",
    discussion: """
      From one description: Mozilla autoconfig, Autodiscover, an Apple profile, SRV records and IceWarp's SmartDiscover settings. \
      Accounts that exist are not changed by any of them: their users need a notice.

      Exit status: 0 done; with --check 1 when something published is wrong, 3 when a place did not answer; 66 no such file; \
      73 cannot create output.
      """)

  @Argument(help: "The domain of the addresses.")
  var domain: HostArgument
  @Option(help: "The server that users type, for sending and, unless told otherwise, for reading.")
  var server: HostArgument?
  @Option(help: "The port with TLS from the first byte, or none (default 465).")
  var submissionsPort: PortArgument?
  @Option(help: "The port with STARTTLS, or none (default 587).")
  var submissionPort: PortArgument?
  @Option(help: "The IMAP server.")
  var imapServer: HostArgument?
  @Option(help: "Its port with TLS, or none (default 993).")
  var imapPort: PortArgument?
  @Option(help: "The POP3 server (default: none is published).")
  var popServer: HostArgument?
  @Option(help: "Its port with TLS (default 995).")
  var popPort: PortArgument?
  @Option(help: "What programs show as the account's name (default: the domain).")
  var displayName: String?
  @Option(help: "What users type as their name: address or local-part.")
  var userName: UserNameForm = .address
  @Option(help: "Make the files for this one user; with --check, the address that Autodiscover is asked about.")
  var address: MailboxArgument?
  @Option(name: .customLong("output"), help: "Write the files into this folder; nothing is overwritten.")
  var output: String?

  @Flag(help: "Ask what the domain publishes now, and name contradictions.")
  var check = false
  @Option(help: "With --check: hold it against this result of port587 probe --json.")
  var probe: String?
  @Option(help: "With --check: ask this DNS server (ADDRESS or ADDRESS:PORT) for SRV records instead of the system's.")
  var dnsServer: NameServerArgument?
  @Option(
    name: .customLong("connect-to"),
    help: "With --check: HOST:PORT:ADDRESS:PORT, connect there instead of where the DNS says (repeatable).")
  var connectTo: [String] = []
  @Option(help: "With --check: certificates to trust instead of the system's, in PEM.")
  var caFile: String?
  @Option(help: "With --check: seconds for each question.")
  var timeout: Int = 10
  @OptionGroup var printing: PrintingOptions

  func validate() throws {
    try EmptyPath.refuse(("--output", output))
    guard check || server != nil else {
      throw ValidationError("Give --server HOST to make the files, or --check to ask what is published.")
    }
    guard (1...120).contains(timeout) else { throw ValidationError("--timeout takes 1 to 120 seconds.") }
    if !check, probe != nil || printing.json || !connectTo.isEmpty {
      throw ValidationError("--probe, --json and --connect-to belong to --check.")
    }
    if server != nil, description?.services(.smtp).isEmpty ?? true {
      throw ValidationError("One of --submissions-port and --submission-port has to be a port.")
    }
  }

  /// What the options describe; nothing without a server.
  var description: ClientDescription? {
    guard let server else { return nil }
    var services: [MailService] = []
    func add(
      _ proto: MailServiceProtocol, _ host: HostArgument, _ port: PortArgument?, _ usual: Int,
      _ security: MailServiceSecurity
    ) {
      guard let number = port.map(\.port) ?? usual else { return }
      services.append(MailService(proto, host: host.name, port: number, security: security))
    }
    add(.smtp, server, submissionsPort, 465, .tls)
    add(.smtp, server, submissionPort, 587, .starttls)
    add(.imap, imapServer ?? server, imapPort, 993, .tls)
    if let popServer { add(.pop3, popServer, popPort, 995, .tls) }
    return ClientDescription(
      domain: domain.name, displayName: displayName, services: services,
      loginName: userName == .address ? .address : .localPart,
      address: address?.mailbox.address.text)
  }

  func run() throws {
    for line in PortArgument.swapped(starttls: submissionPort, tls: submissionsPort) {
      Console.note("port587: \(line)")
    }
    do throws(AuditFault) {
      if let description {
        let writer = ConfigurationWriter(description: description, language: printing.spoken)
        if let output {
          try writer.write(to: output)
        } else if !check, !printing.quiet {
          try BypassLoader.print(Array(writer.text.utf8))
        }
      }
      guard check else { return }
      let report = try PublicationRun(command: self).report()
      if printing.json {
        try BypassLoader.print(json: report)
      } else if !printing.quiet {
        let environment = ProcessInfo.processInfo.environment
        let summary = PublicationSummary(
          columns: Terminal.columns(environment),
          colour: printing.colour, language: printing.spoken)
        try BypassLoader.print(summary.render(report))
      }
      if report.isContradictory { throw .alreadySaid(ExitStatus.affected) }
      if report.isUnfinished { throw .alreadySaid(ExitStatus.partly) }
    } catch {
      Console.note(error.lines.enumerated().map { $0 == 0 ? "port587: \($1)" : $1 })
      throw error.status
    }
  }
}
