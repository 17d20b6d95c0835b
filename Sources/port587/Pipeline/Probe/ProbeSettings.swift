import ClientConfiguration
import Foundation
import MailModel
import Probing

/// Turns the command line into what a probe may do.
struct ProbeSettings {
  let command: ProbeCommand

  func options() throws(ProbeFault) -> ProbeOptions {
    let now = Timestamp(seconds: Int64(Date().timeIntervalSince1970))
    var options = ProbeOptions(ownName: command.ehloName ?? ProbeSettings.ownName(), now: now)
    var seen = Set<ProbePort>()
    let ports = command.ports.map(\.port).filter { seen.insert($0).inserted }
    if !ports.isEmpty { options.ports = ports }
    options.timeout = .milliseconds(Int(command.timeout * 1000))
    options.asksPolicy = command.policyCheck
    options.localSender = command.localSender?.address
    options.localRecipient = command.localRecipient?.address
    options.externalRecipient = command.externalRecipient?.address
    options.connectionsAtOnce = command.connectionsAtOnce
    options.isFromClient = command.fromClient
    options.isFromTrusted = command.fromTrusted
    options.nameServer = command.dnsServer?.server
    if let path = command.caFile {
      guard FileManager.default.isReadableFile(atPath: path) else { throw .noCAFile(path: path) }
      options.caFile = path
    }
    if let path = command.login {
      do throws(NotifyFault) {
        let lines = try CredentialsFile.lines(path)
        options.login = ProbeLogin(user: lines.user, password: lines.password)
      } catch {
        throw .credentials(error)
      }
    }
    if let domain = command.domain?.name { askPublications(of: domain, &options) }
    return options
  }

  /// Autoconfig and Autodiscover are read by their own part of the program, and asked about an address that every domain has.
  private func askPublications(of domain: String, _ options: inout ProbeOptions) {
    let seconds = max(1, min(10, Int(command.timeout)))
    let check = PublicationCheck(
      domain: domain, address: "postmaster@\(domain)", caFile: command.caFile, routes: [], seconds: seconds,
      sources: .network(nameServer: options.nameServer, seconds: seconds))
    options.domain = domain
    options.publications = { check.run() }
  }

  /// A name with a domain, as RFC 5321 section 4.1.4 wants it.
  private static func ownName() -> String {
    let name = ProcessInfo.processInfo.hostName
    let isPlain = name.utf8.allSatisfy {
      (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) || $0 == 45 || $0 == 46
    }
    guard isPlain, !name.isEmpty else { return "[127.0.0.1]" }
    return name.contains(".") ? name : "\(name).invalid"
  }
}
