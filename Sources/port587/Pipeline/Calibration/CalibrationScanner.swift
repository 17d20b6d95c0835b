import ByteScanning
import LogFormats
import MailModel

/// Looks through the lines of a log for the connections of a calibration.
struct CalibrationScanner<Format: LogFormat>: LineConsumer {
  private struct Session {
    var sighting: CalibrationSighting
    var helo: String?
  }

  private var format: Format
  private let path: String
  private let names: Set<String>
  private var event = LogEvent()
  private var open: [SessionKey: Session] = [:]
  /// What was found, by EHLO name.
  private(set) var byName: [String: [CalibrationSighting]] = [:]
  /// What was found, by the number of NOOPs.
  private(set) var byNoops: [Int: [CalibrationSighting]] = [:]

  init(format: Format, path: String, names: Set<String>) {
    self.format = format
    self.path = path
    self.names = names
  }

  mutating func consume(_ line: borrowing Span<UInt8>) {
    guard case .event = format.parse(line, into: &event) else { return }
    switch event.kind {
    case .connected:
      let label = text(line, event.service)
      let listener = text(line, event.second)
      open[event.key] = Session(
        sighting: CalibrationSighting(
          path: path, format: Format.identifier, loggedPort: Int(event.code),
          listener: IPAddress(listener).map { "\($0)" }, label: label.isEmpty ? nil : label))
    case .helo:
      let name = text(line, event.first).lowercased()
      guard names.contains(name) else { return }
      let session = open[event.key]?.sighting ?? CalibrationSighting(path: path, format: Format.identifier)
      byName[name, default: []].append(session)
    case .disconnected:
      guard let session = open.removeValue(forKey: event.key), let count = noops(line) else { return }
      byNoops[count, default: []].append(session.sighting)
    default: break
    }
  }

  mutating func consumeOverlong(_ head: borrowing Span<UInt8>) {}

  /// The number behind ` noop=` in `disconnect from unknown[192.0.2.11] ehlo=1 noop=17 quit=1 commands=19`.
  private func noops(_ line: borrowing Span<UInt8>) -> Int? {
    var words = text(line, ByteRange(0, line.count))[...]
    while let space = words.firstIndex(of: " ") {
      words = words[words.index(after: space)...]
      if words.hasPrefix("noop=") { return Int(words.dropFirst(5).prefix { $0.isNumber }) }
    }
    return nil
  }

  private func text(_ line: borrowing Span<UInt8>, _ range: ByteRange) -> String {
    var bytes: [UInt8] = []
    for i in range.indices { bytes.append(line[i]) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
