/// A client address on a day.
struct DayVisitKey: FactKey {
  var day: Int32
  var address: UInt32

  var words: (UInt64, UInt64) { (UInt64(UInt32(bitPattern: day)), UInt64(address)) }
}
