/// What the reader must know before believing the numbers.
public struct ReportWarning: Codable, Sendable, Equatable {
  /// Which warning; the outputs say it in the reader's language.
  public var code: ReportWarningCode
  /// How many lines, sessions or rows are concerned; 0 where a number says nothing.
  public var count: Int
  /// A path or name that belongs to it.
  public var subject: String?

  /// Takes every part.
  public init(code: ReportWarningCode, count: Int = 0, subject: String? = nil) {
    self.code = code
    self.count = count
    self.subject = subject
  }
}
