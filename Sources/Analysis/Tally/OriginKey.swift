/// A client address on a port.
struct OriginKey: FactKey {
  var address: UInt32
  var claim: UInt32
  /// Day of the session, `Tally.anyDay` unless days are kept apart.
  var day = Tally.anyDay

  var words: (UInt64, UInt64) { (UInt64(UInt32(bitPattern: day)) << 32 | UInt64(address), UInt64(claim)) }
}
