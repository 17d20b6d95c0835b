import MailModel

/// What the page may do: show its own style, run its own script, draw its own icon, and nothing else.
enum ContentPolicy {
  /// The style sheet as it stands between its tags.
  static let style = "\n\(ReportStyle.text)\(TableStyle.text)"
  /// The script as it stands between its tags.
  static let script = "\n\(ReportScript.text)"

  /// The style sheet of the trend as it stands between its tags.
  static let trendStyle = "\n\(TrendStyle.text)"

  /// The Content-Security-Policy that names them by their hash.
  static func text(withTrend: Bool) -> String {
    let styles = [style] + (withTrend ? [trendStyle] : [])
    return [
      "default-src 'none'", "style-src " + styles.map { "'sha256-\(SHA256.base64(of: $0))'" }.joined(separator: " "),
      "script-src 'sha256-\(SHA256.base64(of: script))'", "img-src data:", "base-uri 'none'", "form-action 'none'",
    ].joined(separator: "; ")
  }
}
