/// What kept the result from being printed, in plain words; a command that lets it through ends with status 74.
struct PrintFault: Error, CustomStringConvertible {
  /// Why, for a message that names standard output itself.
  let description: String
}
