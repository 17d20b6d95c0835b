import MailModel

/// Keys of sessions that began in a piece of a file.
struct KeySet: Sendable {
  private var keys: ContiguousArray<SessionKey> = []
  private var index: [UInt32] = Array(repeating: 0, count: 1024)

  func contains(_ key: SessionKey) -> Bool {
    var i = place(key)
    while index[i] != 0 {
      if keys[Int(index[i] &- 1)] == key { return true }
      i = (i &+ 1) & (index.count &- 1)
    }
    return false
  }

  mutating func insert(_ key: SessionKey) {
    var i = place(key)
    while index[i] != 0 {
      if keys[Int(index[i] &- 1)] == key { return }
      i = (i &+ 1) & (index.count &- 1)
    }
    keys.append(key)
    index[i] = UInt32(keys.count)
    if keys.count &* 2 > index.count {
      index = Array(repeating: 0, count: index.count * 4)
      for (number, key) in keys.enumerated() {
        var i = place(key)
        while index[i] != 0 { i = (i + 1) & (index.count - 1) }
        index[i] = UInt32(number) + 1
      }
    }
  }

  @inline(__always)
  private func place(_ key: SessionKey) -> Int {
    let mixed = StringTable.mix(key.high ^ StringTable.mix(key.low ^ StringTable.mix(key.lane)))
    return Int(truncatingIfNeeded: mixed) & (index.count &- 1)
  }
}
