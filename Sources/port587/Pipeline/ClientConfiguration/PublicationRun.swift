import ClientConfiguration
import Foundation
import MailModel
import Notices
import Transport

/// Asks what a domain publishes and judges it.
struct PublicationRun {
  let command: ClientConfigCommand

  func report() throws(AuditFault) -> PublicationReport {
    if let fault = TransportLibrary.fault ?? XMLReader.fault { throw .missingLibrary(fault) }
    if let path = command.caFile, !FileManager.default.isReadableFile(atPath: path) {
      throw .cannotRead(what: "certificates", path: path, reason: "it does not exist or may not be read")
    }
    let probe = try command.probe.map { path throws(AuditFault) in try PublicationRun.probe(path) }
    let domain = command.domain.name
    let published = PublicationCheck(
      domain: domain, address: command.address?.mailbox.address.text ?? "postmaster@\(domain)", caFile: command.caFile,
      routes: command.connectTo, seconds: command.timeout,
      sources: .network(nameServer: command.dnsServer?.server, seconds: command.timeout), language: command.spoken
    ).run()
    let now = Timestamp(seconds: Int64(Date().timeIntervalSince1970))
    return PublicationJudge(domain: domain, description: command.description, probe: probe, language: command.spoken)
      .report(published, now: now)
  }

  private static func probe(_ path: String) throws(AuditFault) -> ProbeResult {
    let bytes = try BypassLoader.bytes(of: path, "probe")
    do {
      return try JSONDecoder().decode(ProbeResult.self, from: Data(bytes))
    } catch {
      throw .badSettings(path: path, reason: "it is no result of port587 probe --json")
    }
  }
}
