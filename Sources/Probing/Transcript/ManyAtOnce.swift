/// What came of opening many connections and keeping them open.
public struct ManyAtOnce: Sendable, Equatable {
  /// How many were tried.
  public var asked: Int
  /// How many were greeted.
  public var taken: Int
  /// How the first one ended that was not.
  public var end: String

  /// Takes every part.
  public init(asked: Int, taken: Int, end: String = "") {
    self.asked = asked
    self.taken = taken
    self.end = end
  }
}
