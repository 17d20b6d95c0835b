/// The pieces of a stream in the order of time.
struct StreamPlan: Sendable {
  var pieces: [Piece]
  /// Whether each piece needs the sessions left open by the one before.
  var isSequential: Bool
}
