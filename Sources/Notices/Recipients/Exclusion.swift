public import MailModel

/// Somebody who is not told, and why.
public struct Exclusion: Sendable, Equatable {
  /// As in the report.
  public var identity: String
  /// The mailbox, when the identity is an address.
  public var address: NoticeAddress?
  /// How far the identity has moved.
  public var readiness: Readiness
  /// Why.
  public var reason: ExclusionReason
  /// Devices on ports to be closed.
  public var devices: [SeenDevice]
  /// Whether no login stands behind the name: anybody can claim it, and spam does, another one each day.
  public var isClaim = false
}
