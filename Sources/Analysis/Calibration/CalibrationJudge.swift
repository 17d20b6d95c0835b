public import MailModel

/// Says from the connections found in a log how the log shows each port, and which sign stands for which port.
///
/// A sign stands for a port only when no connection to another port had it, and when every port that answered was found: a port whose
/// connections were not found may have any sign. What the log says itself (a port, `postfix/submission`) needs no calibration.
public enum CalibrationJudge {
  /// Judges the connections.
  public static func judge(_ connections: [CalibratedConnection], takenAt: Timestamp) -> PortCalibration {
    var result = PortCalibration(takenAt: takenAt, connections: connections, signs: [:])
    let answered = connections.filter(\.isAnswered)
    let isComplete = !answered.isEmpty && answered.allSatisfy { $0.sighting != nil }
    var addresses = PortsOfSign()
    var labels = PortsOfSign()
    var folders = PortsOfSign()
    for connection in answered {
      guard let sighting = connection.sighting else { continue }
      addresses.note(sighting.listener, connection.port)
      labels.note(sighting.label, connection.port)
      folders.note(folder(sighting.path), connection.port)
    }
    for port in Set(connections.map(\.port)) {
      let sightings = answered.filter { $0.port == port }.map(\.sighting)
      let seen = sightings.compactMap { $0 }
      let sign: PortSign
      if sightings.isEmpty {
        sign = .unanswered
      } else if seen.count < sightings.count {
        sign = .notFound
      } else if seen.allSatisfy({ $0.loggedPort != 0 }) {
        sign = seen.allSatisfy { $0.loggedPort == port } ? .logged : .loggedOtherwise
      } else if seen.allSatisfy({ labelledPort($0.label) == port }) {
        sign = .serviceLabel
      } else if !isComplete {
        sign = .alike
      } else if addresses.areOwn(seen.map(\.listener), port) {
        sign = .listenerAddress
        for address in seen.compactMap(\.listener) { result.addresses[address] = port }
      } else if labels.areOwn(seen.map(\.label), port) {
        sign = .label
        for label in seen.compactMap(\.label) { result.labels[label] = port }
      } else if folders.areOwn(seen.map { folder($0.path) }, port) {
        sign = .folder
        for path in seen.map(\.path) { result.folders[folder(path)] = port }
      } else {
        sign = .alike
      }
      result.signs[String(port)] = sign
    }
    return result
  }

  /// The port that a label names by itself.
  private static func labelledPort(_ label: String?) -> Int? {
    ServiceLabelPort.port(SessionPortFacts(label: label), PortContext()).map(Int.init)
  }

  private static func folder(_ path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  }

  /// Which ports were seen under which sign.
  private struct PortsOfSign {
    private var ports: [String: Set<Int>] = [:]

    mutating func note(_ sign: String?, _ port: Int) {
      if let sign { ports[sign, default: []].insert(port) }
    }

    /// Whether each of these signs was seen with this port alone.
    func areOwn(_ signs: [String?], _ port: Int) -> Bool {
      signs.allSatisfy { sign in sign.map { ports[$0] == [port] } ?? false }
    }
  }
}
