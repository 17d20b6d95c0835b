import Analysis
import MailModel
import Testing

/// What a calibration concludes from what it finds in a log.
@Suite struct CalibrationJudgeTests {
  /// How a log shows a connection to a port; nothing when it does not.
  typealias Seen = (port: Int, isAnswered: Bool, sighting: CalibrationSighting?)

  private static func seen(
    _ port: Int, path: String = "/log/smtp.log", logged: Int = 0, at listener: String? = nil, as label: String? = nil
  ) -> Seen {
    (port, true, CalibrationSighting(path: path, format: "x", loggedPort: logged, listener: listener, label: label))
  }

  private static func judge(_ seen: [Seen]) -> PortCalibration {
    CalibrationJudge.judge(
      seen.map {
        CalibratedConnection(
          host: "mail.example.com", address: "192.0.2.1", port: $0.port, helo: "h", noops: 11,
          isAnswered: $0.isAnswered, sighting: $0.sighting)
      }, takenAt: Timestamp(seconds: 1))
  }

  private static func signs(_ seen: Seen...) -> [PortSign?] {
    let result = judge(seen)
    return ["25", "587", "465"].map { result.signs[$0] }
  }

  @Test("what the log says itself needs nothing")
  func own() {
    #expect(Self.signs(Self.seen(25, logged: 25), Self.seen(587, logged: 587)) == [.logged, .logged, nil])
    #expect(Self.signs(Self.seen(587, logged: 10_587)) == [nil, .loggedOtherwise, nil])
    let labelled = Self.judge([Self.seen(587, as: "postfix/submission"), Self.seen(465, as: "postfix/smtps")])
    #expect(labelled.signs == ["587": .serviceLabel, "465": .serviceLabel] && labelled.labels.isEmpty)
  }

  @Test("an address, a label or a folder of its own stands for a port")
  func ownSigns() {
    let addresses = Self.judge([
      Self.seen(25, at: "192.0.2.1"), Self.seen(587, at: "192.0.2.2"), Self.seen(465, at: "192.0.2.3"),
    ])
    #expect(addresses.addresses == ["192.0.2.1": 25, "192.0.2.2": 587, "192.0.2.3": 465])
    let labels = Self.judge([Self.seen(25, as: "postfix"), Self.seen(587, as: "mailout")])
    #expect(labels.labels == ["postfix": 25, "mailout": 587] && Set(labels.signs.values) == [.label])
    let folders = Self.judge([Self.seen(25, path: "/log/25/a.log"), Self.seen(587, path: "/log/587/a.log")])
    #expect(folders.folders == ["/log/25": 25, "/log/587": 587])
  }

  @Test("ports that look alike stay unknown, beside one that does not")
  func alike() {
    let result = Self.judge([
      Self.seen(25, at: "192.0.2.1"), Self.seen(587, at: "192.0.2.1"), Self.seen(465, at: "192.0.2.2"),
    ])
    #expect(result.signs == ["25": .alike, "587": .alike, "465": .listenerAddress])
    #expect(result.addresses == ["192.0.2.2": 465])
    let plain = Self.judge([25, 587, 465].map { Self.seen($0, as: "postfix") })
    #expect(Set(plain.signs.values) == [.alike] && plain.labels.isEmpty)
  }

  @Test("a port that is not in the log may have any sign; one that nobody answers has none")
  func missing() {
    let lost = Self.judge([Self.seen(25, at: "192.0.2.1"), (587, true, nil)])
    #expect(lost.signs == ["25": .alike, "587": .notFound] && lost.addresses.isEmpty)
    let closed = Self.judge([Self.seen(25, at: "192.0.2.1"), Self.seen(587, at: "192.0.2.2"), (465, false, nil)])
    #expect(closed.signs["465"] == .unanswered && closed.addresses.count == 2)
  }
}
