/// What the ledger says about somebody.
public enum RoundDecision: Sendable, Equatable {
  /// Tell them; `repeats` is 1 when an earlier attempt has no known end.
  case tell(round: Int, repeats: Int)
  /// Not now, and why.
  case leave(String)
  /// The address does not take mail, and what the server said.
  case undeliverable(String)
}
