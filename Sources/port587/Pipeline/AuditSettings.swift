import ByteScanning
import Foundation
import IceWarpAdmin
import LogFormats
import MailModel

/// What the options name and files hold: format, accounts, services, domains.
struct AuditSettings {
  var format: (any LogFormat.Type)?
  var accounts = AccountDirectory()
  var services: [ListenerService] = []
  var localDomains: Set<String> = []

  init(_ options: AuditOptions) throws(AuditFault) {
    if let name = options.logFormat {
      format = LogFormats.all.first { $0.identifier == name.lowercased() }
      if format == nil { throw .unknownFormat(name: name, known: LogFormats.all.map { $0.identifier }) }
    }
    localDomains = Set(options.localDomains.map { $0.lowercased() })
  }

  private static func bytes(of path: String, _ what: String) throws(AuditFault) -> [UInt8] {
    do {
      return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    } catch {
      throw .cannotRead(what: what, path: path, reason: error.localizedDescription)
    }
  }
}
