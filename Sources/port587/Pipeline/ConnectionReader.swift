import Analysis
import ByteScanning
import Foundation
import LogFormats
import MailModel

/// Reads files of connection records: finds out what each is, and keeps the connections of clients that wait.
struct ConnectionReader {
  /// Whose connections are kept; those of everybody when nothing is given.
  let clients: Set<IPAddress>?
  /// Connections before this moment are of no use.
  let since: Timestamp
  let ports: Set<UInt16>
  let zone: ZoneRules
  let limits: UnpackLimits
  let year: Int?
  /// Day of a moment in this machine's zone, for stamps without year.
  let dayOf: (Int64) -> CivilDate

  private(set) var reports: [SourceReport] = []
  private(set) var records: [ConnectionSighting] = []

  init(
    clients: Set<IPAddress>?, since: Timestamp = Timestamp(milliseconds: .min), policy: PortPolicy, zone: ZoneRules,
    limits: UnpackLimits, year: Int?,
    dayOf: @escaping (Int64) -> CivilDate
  ) {
    self.clients = clients
    self.since = since
    ports = Set(
      (policy.legacyPorts + policy.submissionPorts + policy.submissionsPorts).compactMap { UInt16(exactly: $0) })
    self.zone = zone
    self.limits = limits
    self.year = year
    self.dayOf = dayOf
  }

  mutating func read(_ path: FilePath) throws(AuditFault) {
    let shown = path.description
    do {
      let file = try PlainFile(path: path)
      guard file.kind.isPacked else {
        if file.size == 0 {
          reports.append(SourceReport(path: shown, format: "empty"))
          return
        }
        let head = try file.head(SourcePlanner.headBytes)
        try read(
          sample(head, Int64(head.count) >= file.size, shown, file.modified), "none", file.encoding.rawValue,
          .plain(file))
        return
      }
      let packed = try PackedFile(path: path, limits: limits)
      while let member = try packed.nextMember() {
        let name = member.name.isEmpty ? shown : "\(shown)!\(member.name)"
        let head = packed.head(SourcePlanner.headBytes)
        if head.isEmpty {
          reports.append(SourceReport(path: name, format: "empty", compression: member.packing))
          continue
        }
        let modified = member.modified ?? packed.status.modified
        try read(
          sample(head, head.count < SourcePlanner.headBytes, name, modified), member.packing, member.encoding.rawValue,
          .packed(packed))
      }
    } catch let fault as FileError {
      reports.append(SourceReport.unread(shown, fault.description))
    } catch let fault as AuditFault {
      throw fault
    } catch {
      throw .cannotRead(what: "connection records", path: shown, reason: "\(error)")
    }
  }

  private enum Origin {
    case plain(PlainFile)
    case packed(PackedFile)
  }

  private func sample(_ head: [UInt8], _ isWhole: Bool, _ path: String, _ modified: Int64) -> LogSample {
    LogSample(
      lines: FormatDetector.lines(head, isWhole: isWhole), fileName: path, path: path, modified: dayOf(modified))
  }

  private mutating func read(
    _ sample: LogSample, _ packing: String, _ encoding: String, _ origin: Origin
  ) throws(AuditFault) {
    guard let format = ConnectionFormats.recognise(sample) else {
      throw .badSettings(
        path: sample.path,
        reason: "these are no connection records of a known kind; known are: "
          + ConnectionFormats.all.map { $0.identifier }.joined(separator: ", "))
    }
    let counts =
      switch format {
      case is WindowsFirewallFormat.Type: scan(WindowsFirewallFormat.self, sample, origin)
      case is NetfilterFormat.Type: scan(NetfilterFormat.self, sample, origin)
      case is ConntrackFormat.Type: scan(ConntrackFormat.self, sample, origin)
      case is TcpdumpFormat.Type: scan(TcpdumpFormat.self, sample, origin)
      case is ZeekFormat.Type: scan(ZeekFormat.self, sample, origin)
      case is HAProxyFormat.Type: scan(HAProxyFormat.self, sample, origin)
      case is NfdumpFormat.Type: scan(NfdumpFormat.self, sample, origin)
      case is VPCFlowFormat.Type: scan(VPCFlowFormat.self, sample, origin)
      default: scan(format, sample, origin)
      }
    var report = SourceReport(
      path: sample.path, format: format.identifier, compression: packing, encoding: encoding, bytes: Int(counts.bytes),
      lines: counts.lines, events: counts.events, ignored: counts.ignored, unrecognised: counts.unrecognised,
      malformed: counts.malformed, from: counts.first.map { zone.moment($0) }, to: counts.last.map { zone.moment($0) },
      samples: counts.samples)
    report.complete = counts.fault == nil
    report.fault = counts.fault
    reports.append(report)
  }

  private mutating func scan<Format: ConnectionFormat>(
    _ format: Format.Type, _ sample: LogSample, _ origin: Origin
  ) -> LineCounts {
    var scanner = RecordScanner(
      format: Format(context: FormatContext(lastDay: sample.modified, year: year)), source: UInt32(reports.count),
      zone: zone, clients: clients, since: since, ports: ports)
    let result: ScanResult
    switch origin {
    case .plain(let file): result = file.scan(into: &scanner)
    case .packed(let packed): result = packed.scan(into: &scanner)
    }
    records += scanner.records
    return scanner.finish(result)
  }
}
