/// What kept the result from being printed, in plain words.
struct PrintFault: Error, CustomStringConvertible {
  /// Why, for a message that names standard output itself.
  let description: String
}
