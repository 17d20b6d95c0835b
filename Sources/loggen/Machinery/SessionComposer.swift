/// Who thinks up the sessions of one kind of log.
protocol SessionComposer {
  /// The bytes that every line has besides its head and text: stamp and line end.
  var bytesPerLine: Int { get }

  /// Composes a session for a lane; two sessions are never open in one lane at the same time.
  mutating func compose(into script: inout SessionScript, lane: Int, clock: borrowing LogClock)

  /// What has been composed until now.
  var tally: TruthTally { get }
}
