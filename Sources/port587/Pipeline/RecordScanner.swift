import Analysis
import ByteScanning
import LogFormats
import MailModel

/// Takes the lines of a file of connection records, and keeps those that may be a session's.
struct RecordScanner<Format: ConnectionFormat>: LineConsumer {
  private var format: Format
  private let source: UInt32
  private let zone: ZoneRules
  private let clients: Set<IPAddress>?
  private let since: Timestamp
  private let ports: Set<UInt16>
  private var record = ConnectionRecord()
  private var number = 0
  private(set) var counts = LineCounts()
  private(set) var records: [ConnectionSighting] = []

  /// - Parameter clients: whose connections are kept; those of everybody when nothing is given.
  init(
    format: Format, source: UInt32, zone: ZoneRules, clients: Set<IPAddress>?, since: Timestamp, ports: Set<UInt16>
  ) {
    self.format = format
    self.source = source
    self.zone = zone
    self.clients = clients
    self.since = since
    self.ports = ports
  }

  mutating func consume(_ line: borrowing Span<UInt8>) {
    number &+= 1
    switch format.parse(line, into: &record) {
    case .ignored: break
    case .event where !ports.contains(record.serverPort): break
    case .event: take()
    case .unrecognised:
      counts.unrecognised &+= 1
      sample(line)
    case .malformed:
      counts.malformed &+= 1
      sample(line)
    }
  }

  mutating func consumeOverlong(_ head: borrowing Span<UInt8>) {
    number &+= 1
    counts.malformed &+= 1
    sample(head)
  }

  private mutating func take() {
    counts.events &+= 1
    if let first = counts.first, let last = counts.last {
      if record.time.local < first.local { counts.first = record.time }
      if record.time.local > last.local { counts.last = record.time }
    } else {
      counts.first = record.time
      counts.last = record.time
    }
    if let clients, !clients.contains(record.client) { return }
    let moment = zone.moment(record.time)
    guard moment >= since else { return }
    records.append(
      ConnectionSighting(
        client: record.client, at: moment.milliseconds,
        mark: ConnectionMark(source: source, line: UInt32(truncatingIfNeeded: number)),
        clientPort: record.clientPort, port: record.serverPort))
  }

  private mutating func sample(_ line: borrowing Span<UInt8>) {
    guard counts.samples.count < LineCounts.sampleLimit else { return }
    counts.samples.append(LineSample(line: number, text: MaskedLine.text(line)))
  }

  mutating func finish(_ result: ScanResult) -> LineCounts {
    counts.lines = number
    counts.ignored = number - counts.events - counts.unrecognised - counts.malformed
    counts.bytes = result.bytes
    counts.fault = result.fault.map { $0.description }
    return counts
  }
}
