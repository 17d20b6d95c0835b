/// Logs that are read alike: one entry of `sources` in the configuration.
struct SourceConfiguration: Sendable, Equatable {
  /// Files, folders and patterns.
  var paths: [String] = []
  /// `--log-format`.
  var logFormat: String?
  /// `--port-of-path`: pattern and port, in the order of the file.
  var portOfPath: [PatternPort] = []
  /// `--port-of-address`.
  var portOfAddress: [AddressPort] = []
  /// `--postfix-services`.
  var postfixServices: String?
  /// `--utc-offset`.
  var utcOffset: UTCOffset?
  /// `--year`.
  var year: Int?
}
