import ArgumentParser
import MailModel
import Reporting

/// The options of `port587 audit`, as `docs/contract.md` names them.
struct AuditOptions: ParsableArguments, PrintingCommand {
  @Argument(help: "Log files, folders (read with all their folders), patterns in quotes, or - for standard input.")
  var paths: [String] = []

  @OptionGroup var printing: PrintingOptions
  @Option(
    help: """
      The state: audit remembers in this file what was counted, reads only what is new and reports on everything; report \
      reads it and changes nothing.
      """)
  var state: String?
  @Option(help: "With --state: say who moved since: previous (as many days right before), or a day such as 2026-11-16.")
  var compareTo: ComparisonArgument?
  @Option(help: "From which day on the ports are closed: what breaks then (with --state), and for --metrics.")
  var cutover: DayArgument?
  @Option(help: "With --state: by how many last days the waves and what breaks are judged (default 14).")
  var waveDays: Int?
  @Option(help: "With --state: about how many bytes of log one commit covers (default 268435456).")
  var commitEvery: Int?
  @Option(help: "Whose logs these are, for the state (default: the name of this host).")
  var serverName: String?
  @Option(name: .customLong("output"), help: "Write report.html, report.json and the CSV files into this folder.")
  var output: String?
  @Option(help: "Write counts for monitoring into this file: OpenMetrics, for node_exporter's textfile collector.")
  var metrics: String?
  @Option(help: "Put pseudonyms in place of names, addresses and paths; the key file is yours alone (mode 0600).")
  var pseudonymise: String?
  @Option(help: "Read every file as this format instead of finding out (see: port587 formats).")
  var logFormat: String?
  @Option(help: "Leave out sessions that began before: 2026-11-16, 2026-11-16T08:00, 7d, 12h.")
  var since: MomentArgument?
  @Option(help: "Leave out sessions that began at this time or later.")
  var until: MomentArgument?
  @Option(name: .customLong("legacy-port"), help: "A port to be closed for submission (repeatable; default 25).")
  var legacyPorts: [Int] = []
  @Option(name: .customLong("submission-port"), help: "A port for submission with STARTTLS (repeatable; default 587).")
  var submissionPorts: [Int] = []
  @Option(
    name: .customLong("submissions-port"),
    help: "A port for submission with TLS from the first byte (repeatable; default 465).")
  var submissionsPorts: [Int] = []
  @Option(help: "IP=PORT: this local address serves this port (repeatable).")
  var portOfAddress: [AddressPort] = []
  @Option(help: "GLOB=PORT: files whose path matches belong to this port (repeatable).")
  var portOfPath: [PatternPort] = []
  @Option(help: "A file with the output of postconf -M.")
  var postfixServices: String?
  @Option(
    name: .customLong("connections"),
    help: "Records of accepted connections, such as a firewall log: file, folder or pattern (repeatable).")
  var connections: [String] = []
  @Option(
    help: """
      A result of port587 probe --json, to stand beside the users (default: the latest in the state), and what \
      --infer-port goes by.
      """)
  var probe: String?
  @Option(
    help: "A result of port587 preflight --json, to stand beside the users, and what --infer-port goes by as well.")
  var preflight: String?
  @Flag(help: "Conclude ports that nothing tells, apart from all other numbers.")
  var inferPort = false
  @Flag(help: "With --infer-port: IceWarp's message submission is on.")
  var messageSubmission = false
  @Option(help: "A file with the accounts: IceWarp's tool export account, or one address a line.")
  var accounts: String?
  @Option(help: "IceWarp's submissionbypass.dat: the report says whom it frees.")
  var bypass: String?
  @Option(
    help: """
      Addresses that need no login: IceWarp's list of trusted addresses, or the output of postconf mynetworks. The \
      report says who comes from one.
      """)
  var trusted: String?
  @Option(
    name: .customLong("local-domain"), help: "A domain of this server (repeatable).", transform: DomainArgument.read)
  var localDomains: [DomainArgument] = []
  @Option(help: "The domain of logins without one.", transform: DomainArgument.read)
  var defaultDomain: DomainArgument?
  // "-03:00" begins like an option and is none.
  @Option(
    parsing: .unconditional,
    help: "Offset of the log's clock from UTC, +HH:MM (default: what the log says, else this machine's zone).")
  var utcOffset: UTCOffset?
  @Option(help: "Year of stamps without one (default: worked out from the file's date).")
  var year: Int?
  @Option(help: "Worker threads (default: all cores).")
  var threads: Int?
  @Flag(help: "Exit with status 1 when somebody is affected.")
  var exitCode = false
  @Flag(help: "Say more on standard error: each file, its format and its counts.")
  var verbose = false
  @Flag(name: .customLong("no-progress"), help: "No progress bar.")
  var noProgress = false

  /// Which ports are which.
  var policy: PortPolicy {
    PortPolicy(
      legacyPorts: legacyPorts.isEmpty ? [25] : legacyPorts,
      submissionPorts: submissionPorts.isEmpty ? [587] : submissionPorts,
      submissionsPorts: submissionsPorts.isEmpty ? [465] : submissionsPorts)
  }

  /// What these options write, and an earlier run with them has left: no log, wherever it lies.
  var ownFiles: [String] {
    let reports = ReportOutputs.files.flatMap { output in output.everyDocument.map { output.fileName(of: $0) } }
    let state = state.map { state in ["", "-wal", "-shm", ".lock", ".damaged"].map { state + $0 } } ?? []
    return (output.map { folder in reports.map { "\(folder)/\($0)" } } ?? []) + [metrics].compactMap { $0 } + state
  }

  func validate() throws {
    try EmptyPath.refuse(("--output", output), ("--metrics", metrics), ("--state", state))
    for port in legacyPorts + submissionPorts + submissionsPorts where !(1...65535).contains(port) {
      throw ValidationError("A port is a number from 1 to 65535, not \(port).")
    }
    try validateRoles()
    if let commitEvery, commitEvery < 1 { throw ValidationError("--commit-every wants a number of bytes.") }
    if let threads, threads < 1 { throw ValidationError("--threads wants a number from 1 on.") }
    if let waveDays, !(1...366).contains(waveDays) {
      throw ValidationError("--wave-days wants a number from 1 to 366.")
    }
    if !inferPort, messageSubmission {
      throw ValidationError("--message-submission says something for --infer-port only.")
    }
    if let year, !(1980...2200).contains(year) { throw ValidationError("--year wants a year such as 2026.") }
  }

  /// What says something only with a state is refused without one.
  func validateState() throws {
    guard state == nil else { return }
    if compareTo != nil || waveDays != nil {
      throw ValidationError("--compare-to and --wave-days want a --state: one report alone knows no days before it.")
    }
    if metrics == nil, cutover != nil { throw ValidationError("--cutover wants a --state, or --metrics.") }
    if inferPort, probe == nil, preflight == nil, !messageSubmission {
      throw ValidationError(
        "--infer-port concludes ports from what this server takes: give --probe FILE, --preflight FILE, "
          + "--message-submission, or a --state that holds a probe.")
    }
  }

  /// A port to be closed cannot be one to move to, also where only one of the two was named.
  private func validateRoles() throws {
    let policy = policy
    var owners: [Int: (option: String, isNamed: Bool)] = [:]
    let roles = [
      ("--legacy-port", policy.legacyPorts, !legacyPorts.isEmpty),
      ("--submission-port", policy.submissionPorts, !submissionPorts.isEmpty),
      ("--submissions-port", policy.submissionsPorts, !submissionsPorts.isEmpty),
    ]
    for (option, ports, isNamed) in roles {
      for port in Set(ports).sorted() {
        guard let owner = owners.updateValue((option, isNamed), forKey: port) else { continue }
        let usual = [(owner.option, owner.isNamed), (option, isNamed)].filter { !$0.1 }.map(\.0)
        let advice = usual.isEmpty ? "" : " \(port) is what \(usual[0]) is unless you name another one."
        throw ValidationError("Port \(port) cannot be for both \(owner.option) and \(option).\(advice)")
      }
    }
  }
}
