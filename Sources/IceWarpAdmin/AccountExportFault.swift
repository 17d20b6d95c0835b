/// A line of an account export that was not, or not fully, taken.
///
/// It holds the number of the line and the reason, never a byte of the line: the line may hold a password.
public struct AccountExportFault: Sendable, Equatable {
  /// Number of the line, from 1.
  public var line: Int
  /// Why.
  public var reason: AccountExportFaultReason

  /// Takes both parts.
  public init(line: Int, reason: AccountExportFaultReason) {
    self.line = line
    self.reason = reason
  }
}
