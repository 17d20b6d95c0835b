/// What a format says of the head of a file.
public enum Recognition: Sendable, Equatable {
  /// It is of this format: so many lines of the sample were understood.
  case yes(lines: Int)
  /// It is not, and why, in words for the administrator: `no line begins with an address and [thread]`.
  case no(reason: String)
}
