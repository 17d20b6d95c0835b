/// A part of a source that one worker reads.
struct Piece: Sendable {
  var source: Int
  var number: Int
  var from: Int64
  var to: Int64?
}
