/// What one log line says, as byte ranges of that line: no text is made here.
///
/// Which of the ranges are used depends on `kind`; see `LogEventKind`.
public struct LogEvent: Sendable {
  /// The session that the line belongs to.
  public var key: SessionKey
  /// The time the line carries.
  public var time: LogTime
  /// What happened.
  public var kind: LogEventKind
  /// Reply code (`reply`, `refused`), local port (`connected`), or 0.
  public var code: UInt16
  /// First part, by kind.
  public var first: ByteRange
  /// Second part, by kind.
  public var second: ByteRange
  /// Third part, by kind.
  public var third: ByteRange
  /// Fourth part, by kind.
  public var fourth: ByteRange
  /// Fifth part; set and of meaning where the kind says so, and left as it was elsewhere.
  public var fifth: ByteRange
  /// The service that says it, as it names itself in every line: `postfix/submission`; empty where lines name none.
  public var service: ByteRange
  /// Counters of a Postfix disconnect line.
  public var counters: CommandCounters
  /// A reply that goes on in the next line (`550-…`), or does so again.
  public var continues: Bool

  /// An event to be filled in.
  @inlinable public init() {
    key = .none
    time = .undated
    kind = .connected
    code = 0
    first = .none
    second = .none
    third = .none
    fourth = .none
    fifth = .none
    service = .none
    counters = CommandCounters()
    continues = false
  }
}
