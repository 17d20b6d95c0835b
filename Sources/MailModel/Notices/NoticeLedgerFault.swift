/// Why the ledger could not be read or written.
public enum NoticeLedgerFault: Error, Sendable, Equatable {
  /// It could not be read.
  case cannotRead(String)
  /// It could not be written; nothing was sent on the strength of it.
  case cannotWrite(String)
}

extension NoticeLedgerFault: CustomStringConvertible {
  /// The fault in words for the administrator.
  public var description: String {
    switch self {
    case .cannotRead(let reason): "the ledger of notices cannot be read: \(reason)"
    case .cannotWrite(let reason): "the ledger of notices cannot be written, so nothing is sent: \(reason)"
    }
  }
}
