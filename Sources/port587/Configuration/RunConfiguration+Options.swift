import Analysis
import ArgumentParser
import LogFormats
import MailModel

/// The configuration in the words of the command line, so that a run reads and reports as `audit` does.
extension RunConfiguration {
  /// Options of one source.
  func options(for source: SourceConfiguration, isVerbose: Bool) throws(AuditFault) -> AuditOptions {
    var options = try commonOptions(isVerbose: isVerbose)
    options.paths = source.paths
    options.logFormat = source.logFormat
    options.portOfPath = source.portOfPath
    options.portOfAddress = source.portOfAddress
    options.postfixServices = source.postfixServices
    options.utcOffset = source.utcOffset
    options.year = source.year
    return options
  }

  /// Options of the report over all sources.
  func reportOptions() throws(AuditFault) -> AuditOptions {
    var options = try commonOptions(isVerbose: false)
    // One clock for the report, when the sources have one; else this machine's.
    if let first = sources.first?.utcOffset, sources.allSatisfy({ $0.utcOffset == first }) { options.utcOffset = first }
    options.bypass = bypass
    options.trusted = trusted
    options.pseudonymise = pseudonymise
    options.cutover = cutover.map { DayArgument(day: $0) }
    options.compareTo = compareTo
    options.waveDays = waveDays
    options.portOfAddress = sources.flatMap(\.portOfAddress)
    if let inference {
      options.inferPort = true
      options.probe = inference.probe
      options.preflight = inference.preflight
      options.messageSubmission = inference.messageSubmission
    }
    return options
  }

  /// Options of a report by hand, `report --config FILE`: as those of every run, but for what was given.
  func reportOptions(
    given: AuditOptions, environment: [String: String]
  ) throws(AuditFault) -> AuditOptions {
    let usual = try reportOptions()
    var options = given
    options.state = given.state ?? statePath(environment)
    options.serverName = given.serverName ?? usual.serverName
    options.accounts = given.accounts ?? usual.accounts
    options.bypass = given.bypass ?? usual.bypass
    options.trusted = given.trusted ?? usual.trusted
    options.defaultDomain = given.defaultDomain ?? usual.defaultDomain
    options.utcOffset = given.utcOffset ?? usual.utcOffset
    options.pseudonymise = given.pseudonymise ?? usual.pseudonymise
    options.cutover = given.cutover ?? usual.cutover
    options.compareTo = given.compareTo ?? usual.compareTo
    options.waveDays = given.waveDays ?? usual.waveDays
    if given.localDomains.isEmpty { options.localDomains = usual.localDomains }
    if given.legacyPorts.isEmpty { options.legacyPorts = usual.legacyPorts }
    if given.submissionPorts.isEmpty { options.submissionPorts = usual.submissionPorts }
    if given.submissionsPorts.isEmpty { options.submissionsPorts = usual.submissionsPorts }
    if given.portOfAddress.isEmpty { options.portOfAddress = usual.portOfAddress }
    if !given.inferPort {
      options.inferPort = usual.inferPort
      options.probe = given.probe ?? usual.probe
      options.preflight = given.preflight ?? usual.preflight
      options.messageSubmission = usual.messageSubmission
    }
    do {
      try options.validate()
    } catch {
      throw .badSettings(path: "options", reason: AuditOptions.message(for: error))
    }
    return options
  }

  /// The services of Postfix that the sources name.
  func services() throws(AuditFault) -> [ListenerService] {
    var services: [ListenerService] = []
    for source in sources where source.postfixServices != nil {
      services += try AuditSettings(try options(for: source, isVerbose: false)).services
    }
    return services
  }

  /// Options of the notices; nothing when nobody shall be told.
  func noticeOptions(state: String) throws(AuditFault) -> NotifyOptions? {
    guard let notices, let cutover else { return nil }
    var arguments = notices.arguments + ["--state=\(state)", "--cutover=\(cutover)"]
    if let accounts { arguments.append("--accounts=\(accounts)") }
    if let defaultDomain { arguments.append("--default-domain=\(defaultDomain.name)") }
    do {
      return try NotifyOptions.parse(arguments)
    } catch {
      throw .badSettings(path: "notices", reason: NotifyOptions.message(for: error))
    }
  }

  /// Options of the report from which is taken who is told: as for the other reports, with the domains of the notices.
  func noticeReportOptions(_ notices: NotifyOptions) throws(AuditFault) -> AuditOptions {
    var options = try reportOptions()
    options.pseudonymise = nil
    options.localDomains += notices.notifyDomains.compactMap { DomainArgument($0) }
    options.submissionPorts = NoticeInput.ports(ports, and: notices.namedPorts).submissionPorts
    options.since = notices.input.since.flatMap { MomentArgument(argument: $0) }
    return options
  }

  private func commonOptions(isVerbose: Bool) throws(AuditFault) -> AuditOptions {
    var options: AuditOptions
    do {
      options = try AuditOptions.parse([])
    } catch {
      throw .badSettings(path: "options", reason: "\(error)")
    }
    options.serverName = serverName
    options.connections = connections
    options.accounts = accounts
    options.localDomains = localDomains
    options.defaultDomain = defaultDomain
    options.legacyPorts = ports.legacyPorts
    options.submissionPorts = ports.submissionPorts
    options.submissionsPorts = ports.submissionsPorts
    options.quiet = true
    options.noProgress = true
    options.verbose = isVerbose
    return options
  }
}
