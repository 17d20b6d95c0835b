import Foundation
import MailModel

/// What `port587 run` does, as its configuration file says.
struct RunConfiguration: Sendable, Equatable {
  /// How long counts are kept when the file does not say.
  static let usualRetentionDays = 400
  /// Where the state is when neither the file nor the service manager says.
  static let usualStateFolder = "/var/lib/port587"

  /// The state file, when the configuration names one.
  var state: String?
  /// `--server-name`.
  var serverName: String?
  /// Which logs are read, and how.
  var sources: [SourceConfiguration] = []
  /// `--connections`, for all sources.
  var connections: [String] = []
  /// `--accounts`.
  var accounts: String?
  /// `--bypass`.
  var bypass: String?
  /// `--trusted`.
  var trusted: String?
  /// `--local-domain`.
  var localDomains: [DomainArgument] = []
  /// `--default-domain`.
  var defaultDomain: DomainArgument?
  /// Which ports are which.
  var ports = PortPolicy()
  /// What ports are concluded from, with `infer-port`.
  var inference: InferenceConfiguration?
  /// Which reports are written.
  var reports: [ReportConfiguration] = []
  /// The file of metrics.
  var metrics: String?
  /// `--pseudonymise`.
  var pseudonymise: String?
  /// From which day on the ports are closed.
  var cutover: CivilDate?
  /// What the last days are compared with.
  var compareTo: ComparisonArgument?
  /// By how many last days waves and verdict are judged.
  var waveDays: Int?
  /// For how many days counts are kept.
  var retentionDays = RunConfiguration.usualRetentionDays
  /// Which servers are probed.
  var probes: ProbeConfiguration?
  /// Who is told what to change.
  var notices: NoticeConfiguration?

  /// Where the state is: as the file says, else in the folder that systemd gave (`STATE_DIRECTORY`), else in the usual one.
  func statePath(_ environment: [String: String]) -> String {
    if let state { return state }
    // Several folders stand apart by colons (systemd.exec(5)).
    let given = (environment["STATE_DIRECTORY"] ?? "").split(separator: ":").first.map(String.init)
    return (given ?? RunConfiguration.usualStateFolder) + "/state.sqlite"
  }
}
