/// Text of one look.
struct MarkupRun: Sendable, Equatable {
  var style: MarkupStyle
  var text: String
}
