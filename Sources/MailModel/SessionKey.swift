/// What tells one running SMTP session from another in a log.
///
/// The format packs whatever its server offers (peer and thread, host and process id) into three words. Two sessions
/// that run at the same time have different keys; a key is used again after its session has ended.
public struct SessionKey: Hashable, Sendable {
  /// First word, for instance the first eight bytes of the peer address as text, or a hash of the host name.
  public var high: UInt64
  /// Second word.
  public var low: UInt64
  /// Third word, for instance the thread or the process id.
  public var lane: UInt64

  /// Takes the three words.
  @inlinable public init(high: UInt64, low: UInt64, lane: UInt64) {
    self.high = high
    self.low = low
    self.lane = lane
  }

  /// The key of lines that belong to no session.
  @inlinable public static var none: SessionKey { SessionKey(high: 0, low: 0, lane: 0) }
}
