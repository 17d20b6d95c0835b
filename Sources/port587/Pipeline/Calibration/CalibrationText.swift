import MailModel

/// A calibration in words.
enum CalibrationText {
  /// One line for each port, and what follows from all of them.
  static func lines(_ calibration: PortCalibration, isKept: Bool) -> [String] {
    let ports = calibration.signs.keys.compactMap { Int($0) }.sorted()
    var lines = ports.map { "port \($0): \(sentence($0, calibration))" }
    let signs = Set(calibration.signs.values)
    let isLearned = !calibration.addresses.isEmpty || !calibration.labels.isEmpty || !calibration.folders.isEmpty
    if signs.contains(.notFound) {
      lines.append(
        "A port whose connection is not in the log may look like any other, so nothing was concluded from signs. Does --logs name the "
          + "log that is written now, and does its level show each connection?")
    } else if signs.contains(.alike) {
      lines.append(
        "The log cannot tell these ports apart. port587 formats says what to set on the server; until then their sessions stay "
          + "unknown, or --connections tells them.")
    } else if isLearned, isKept {
      lines.append("Kept in the state: audit --state judges what it reads from now on by it (calibrated).")
    } else if isLearned {
      lines.append("Give --state FILE to let audit --state judge by it.")
    } else if signs.isSubset(of: [.logged, .serviceLabel, .unanswered]) {
      lines.append("The log tells the ports by itself; audit needs nothing more.")
    }
    return lines
  }

  private static func sentence(_ port: Int, _ calibration: PortCalibration) -> String {
    let sightings = calibration.connections.filter { $0.port == port }.compactMap(\.sighting)
    func shown(_ values: [String?]) -> String {
      Array(Set(values.compactMap { $0 })).sorted().map { OneLine.text($0) }.joined(separator: ", ")
    }
    switch calibration.signs[String(port)] ?? .unanswered {
    case .logged: return "the log names it"
    case .loggedOtherwise:
      return "the log names \(shown(sightings.map { "\($0.loggedPort)" })): something in between forwards the port"
    case .serviceLabel: return "the log names it by the label \(shown(sightings.map(\.label)))"
    case .label: return "the log shows it by a label of its own, \(shown(sightings.map(\.label)))"
    case .listenerAddress: return "the log shows it by a local address of its own, \(shown(sightings.map(\.listener)))"
    case .folder: return "the log shows it by a file of its own, \(shown(sightings.map(\.path)))"
    case .alike:
      let signs = [shown(sightings.map(\.listener)), shown(sightings.map(\.label))].filter { !$0.isEmpty }
      return "the log does not tell it" + (signs.isEmpty ? "" : " (it shows \(signs.joined(separator: ", ")))")
    case .notFound: return "its connection was not found in the log, or more than one could be it"
    case .unanswered: return "nobody answers there"
    }
  }
}

/// Text of a log in one line of a terminal.
private enum OneLine {
  static func text(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { $0.properties.generalCategory == .control ? "?" : $0 }))
  }
}
