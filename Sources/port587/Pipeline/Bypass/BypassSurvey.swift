import Analysis
import ArgumentParser
import Foundation
import IceWarpAdmin
import MailModel
import StateStore

/// What a state holds, as a bypass file is held against it.
enum BypassSurvey {
  static func world(_ path: String, _ reading: BypassStateOptions, _ now: Timestamp) throws(AuditFault) -> BypassWorld {
    let options: AuditOptions
    do { options = try AuditOptions.parse(reading.arguments) } catch {
      throw .badSettings(path: "--since", reason: AuditOptions.message(for: error))
    }
    let audit = try Audit(options: options, now: now)
    let file = try StateSession.open(path, mayCreate: false, forReading: true)
    var none = FreshDays()
    var (builder, _, _) = try StateReport(audit: audit, file: file, trend: nil).builder(StateReading(), fresh: &none)
    let sightings = builder.bypassSightings()
    let domains = builder.knownLocalDomains
    let model = builder.build()
    return BypassWorld(
      sightings: sightings, addresses: model.addresses, window: model.window,
      trusted: try reading.trusted.map { path throws(AuditFault) in try trusted(path) }, localDomains: domains)
  }

  /// A list of trusted addresses of which every entry was understood, or at least one.
  static func trusted(_ path: String) throws(AuditFault) -> TrustedAddresses {
    let list = TrustedAddresses.parse(try BypassLoader.bytes(of: path, "list of trusted addresses"))
    for fault in list.faults { Console.note("port587: \(path):\(fault.line): \(fault.entry): \(fault.reason)") }
    if list.count == 0, !list.faults.isEmpty {
      throw .badSettings(path: path, reason: "it holds no address, network or range; give one entry a line")
    }
    return list
  }
}
