import MailModel
import Transport

/// Tells a network that filters port 25 from a server that has closed it.
enum FilteredNetwork {
  /// Whether port 25 alone timed out at an address that answers on a port for users.
  static func filters25(_ evidence: ProbeEvidence) -> Bool {
    let here = evidence.all.filter { $0.target.address == evidence.target.address }
    let is25Lost = here.contains { $0.target.mode == .plain && $0.main.connect == .timedOut }
    return is25Lost && here.contains { $0.target.mode != .plain && $0.main.connect == .open }
  }
}
