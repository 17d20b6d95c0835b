/// What becomes of a last line that no LF ends.
public enum HalfLineRule: Sendable, Equatable {
  /// It is given like any other.
  case given
  /// It is given when the source came to its proper end; of one that is cut or damaged it is left.
  case leftWhenCut
  /// It is left for whoever reads on when there is more of it.
  case left
}
