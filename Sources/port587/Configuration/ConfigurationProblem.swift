/// One thing that is wrong with a configuration, and where.
struct ConfigurationProblem: Sendable, Equatable, CustomStringConvertible {
  /// The file as it was named.
  var file: String
  /// From 1; nothing where the file as a whole is meant.
  var line: Int?
  /// From 1, in characters.
  var column: Int?
  /// The way to the key, for instance `sources[0].paths`; empty for the file as a whole.
  var key: String
  /// What is wrong and what to do.
  var message: String

  /// `port587.yaml:12:3: sources[0].path: this key is not known here; known are: …`, as compilers and editors write places.
  var description: String {
    let place = [line, column].compactMap { $0.map { ":\($0)" } }.joined()
    return "\(file)\(place): " + (key.isEmpty ? "" : "\(key): ") + message
  }
}
