/// A client address on a port.
struct OriginKey: FactKey {
  var address: UInt32
  var claim: UInt32

  var words: (UInt64, UInt64) { (UInt64(address), UInt64(claim)) }
}
