/// Whether a file with a day in its name goes on behind the midnight that ends that day.
public enum MidnightPassing: Sendable, Equatable {
  /// It ends before, as far as its last lines tell.
  case never
  /// Its last lines are not known before it is read.
  case perhaps
  /// Its last lines tell so.
  case surely
}
