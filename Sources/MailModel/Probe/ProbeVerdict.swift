/// What a check came to.
public enum ProbeVerdict: String, Sendable, Codable, CaseIterable {
  /// As it should be.
  case pass
  /// Not as it should be.
  case fail
  /// Works, with something to look at.
  case warn
  /// Could not be asked, or was not asked for; the detail says why.
  case notRun
  /// The server wants to be left alone for now (421, 450, 454).
  case pushedBack
}
