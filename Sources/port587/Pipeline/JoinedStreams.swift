extension [PlannedSource] {
  /// Has a source of which one end is left to be read go on in the stream of the one that holds the rest: a session may
  /// begin here and end there.
  ///
  /// - Returns: all that go on in that stream now; none where the source is left as it is.
  mutating func join(_ number: Int, to stream: String) -> [Int] {
    guard let passages = self[number].passages, passages.isAtOneEnd, let begin = passages.firstKept else { return [] }
    self[number].firstLocal = Swift.max(begin, self[number].firstLocal)
    let members = indices.filter { [before = self[number].stream] in self[$0].stream == before }
    for member in members { self[member].stream = stream }
    return members
  }
}
