/// One thing to do.
struct ClientStep: Sendable, Equatable {
  /// What to do, with placeholders.
  var text: String
  /// Whether it is for servers without STARTTLS alone.
  var isForTLSOnly = false

  /// Whether it is shown where these ports are named: one that names another port would tell what nobody has checked.
  func isShown(starttlsPort: Int?, tlsPort: Int?) -> Bool {
    if isForTLSOnly, starttlsPort != nil { return false }
    return ClientStep.names(text, starttlsPort, tlsPort)
  }

  /// Whether a text names only ports that there are.
  static func names(_ text: String, _ starttlsPort: Int?, _ tlsPort: Int?) -> Bool {
    (starttlsPort != nil || !text.contains("{{starttlsPort}}")) && (tlsPort != nil || !text.contains("{{tlsPort}}"))
  }
}
