public import MailModel

/// What the administrator told of the server, for the rules of port evidence.
public struct PortContext: Sendable {
  /// `--port-of-address`.
  public var portOfAddress: [IPAddress: UInt16]
  /// `--postfix-services`.
  public var services: [ListenerService]
  /// Whether one of them has a label that names a port for submission.
  let labelsSubmission: Bool
  /// What a calibration has seen: the port of a local address.
  public var calibratedAddresses: [IPAddress: UInt16] = [:]
  /// What a calibration has seen: the port of a syslog name.
  public var calibratedLabels: [String: UInt16] = [:]
  /// Whether a calibration has seen a label that is another one for submission.
  var calibratesLabels: Bool {
    calibratedLabels.contains { policy.isSubmission(Int($0.value)) && ServiceLabelPort.port(of: $0.key, policy) != nil }
  }
  /// Which port is the one with TLS from the first byte.
  public var policy: PortPolicy

  /// Takes every part.
  public init(
    portOfAddress: [IPAddress: UInt16] = [:], services: [ListenerService] = [], policy: PortPolicy = PortPolicy()
  ) {
    self.portOfAddress = portOfAddress
    self.services = services
    labelsSubmission = services.contains { service in
      ServiceLabelPort.port(of: service.syslogName, policy).map { policy.isSubmission(Int($0)) } ?? false
    }
    self.policy = policy
  }
}
