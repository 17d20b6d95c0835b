extension LogEvent {
  /// Moves every part, as when the line was read without its first bytes.
  public mutating func shift(by count: Int) {
    for part in [\LogEvent.first, \.second, \.third, \.fourth, \.fifth, \.service] where !self[keyPath: part].isEmpty {
      let old = self[keyPath: part]
      self[keyPath: part] = ByteRange(Int(old.start) + count, Int(old.end) + count)
    }
  }
}
