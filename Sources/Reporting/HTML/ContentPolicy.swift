import MailModel

/// What the page may do: show its own style, run its own script, draw its own icon, and nothing else.
enum ContentPolicy {
  /// The style sheet as it stands between its tags.
  static let style = "\n\(ReportStyle.text)\(TableStyle.text)"
  /// The script as it stands between its tags.
  static let script = "\n\(ReportScript.text)"

  /// The Content-Security-Policy that names both by their hash.
  static let text = [
    "default-src 'none'", "style-src 'sha256-\(SHA256.base64(of: style))'",
    "script-src 'sha256-\(SHA256.base64(of: script))'", "img-src data:", "base-uri 'none'", "form-action 'none'",
  ].joined(separator: "; ")
}
