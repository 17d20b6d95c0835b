/// How an installation's log shows the server's ports, found out by connecting to each and looking for the connection in the log:
/// the document `port587-calibration/1`.
public struct PortCalibration: Codable, Sendable, Equatable {
  /// The form of this version.
  public static let currentSchema = "port587-calibration/1"

  /// Names the form.
  public var schema: String
  /// When the connections were made.
  public var takenAt: Timestamp
  /// Every connection, in the order of hosts, ports and addresses.
  public var connections: [CalibratedConnection]
  /// How the log shows each port, by port number.
  public var signs: [String: PortSign]
  /// The port that each of the server's own addresses stands for, where that is sound.
  public var addresses: [String: Int]
  /// The port that each syslog name stands for, where that is sound.
  public var labels: [String: Int]
  /// The port that the logs of a folder belong to, where that is sound.
  public var folders: [String: Int]

  /// Takes every part.
  public init(
    takenAt: Timestamp, connections: [CalibratedConnection], signs: [String: PortSign], addresses: [String: Int] = [:],
    labels: [String: Int] = [:], folders: [String: Int] = [:]
  ) {
    schema = PortCalibration.currentSchema
    self.takenAt = takenAt
    self.connections = connections
    self.signs = signs
    self.addresses = addresses
    self.labels = labels
    self.folders = folders
  }
}
