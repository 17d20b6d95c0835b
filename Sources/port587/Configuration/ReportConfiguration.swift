/// A report that every run writes: one entry of `reports` in the configuration.
struct ReportConfiguration: Sendable, Equatable {
  /// The folder that it is written into.
  var folder: String
  /// Its language (default: the locale's).
  var language: LanguageArgument?
}
