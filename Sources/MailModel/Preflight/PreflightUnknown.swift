/// Why a check cannot be judged: the input does not say what it would need.
public struct PreflightUnknown: Error, Sendable, Equatable {
  /// The reason.
  public var reason: TranslatedText

  /// Takes the reason.
  public init(_ reason: TranslatedText) { self.reason = reason }
}
