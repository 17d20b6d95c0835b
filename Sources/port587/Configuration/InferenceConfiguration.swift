/// What ports that nothing tells are concluded from: `infer-port` in the configuration.
struct InferenceConfiguration: Sendable, Equatable {
  /// `--probe` (default: the latest in the state).
  var probe: String?
  /// `--preflight`.
  var preflight: String?
  /// `--message-submission`.
  var messageSubmission = false
}
