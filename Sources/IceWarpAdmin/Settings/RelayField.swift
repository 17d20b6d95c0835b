/// A field that names a relay and may hold its password: `user@example.com:secret@relay.example.net:587`.
///
/// The password dies here. It may hold `;`, `:` and `@`, so nothing of the field is kept but the server behind the last
/// `@`, and whether those before it have a port.
struct RelayField: Sendable, Equatable {
  /// One relay.
  struct Entry: Sendable, Equatable {
    /// The server; nothing where it could be a piece of a password.
    var host: String?
    /// The port behind it; nothing when there is none.
    var port: Int?
    /// Whether a login stands in front of it.
    var hasLogin: Bool
  }

  /// The relays, in the order of the field.
  let entries: [Entry]
  /// Whether the field could be cut into its relays; if not, only the last one is known.
  let isCertain: Bool

  /// Reads the field.
  init(_ text: String) {
    let pieces = text.split(separator: ";").map(RelayField.trimmed).filter { !$0.isEmpty }
    guard text.contains("@") else {
      let servers = pieces.map(RelayField.server)
      isCertain = !servers.contains { $0 == nil }
      entries = servers.map { Entry(host: $0?.host, port: $0?.port, hasLogin: false) }
      return
    }
    let parts = pieces.map { piece -> (login: Bool, server: (host: String, port: Int?)?) in
      guard let at = piece.lastIndex(of: "@") else { return (false, RelayField.server(piece)) }
      let isWhole = piece[..<at].contains(":")
      return (true, isWhole ? RelayField.server(String(piece[piece.index(after: at)...])) : nil)
    }
    // A password with `;` in it leaves pieces that are no relay with a login.
    isCertain = parts.allSatisfy { $0.login && $0.server != nil }
    let last = text.lastIndex(of: "@").flatMap { RelayField.server(String(text[text.index(after: $0)...])) }
    let end = Entry(host: last?.host, port: last?.port, hasLogin: true)
    guard isCertain else {
      entries = [end]
      return
    }
    entries = parts.dropLast().map { Entry(host: nil, port: $0.server?.port, hasLogin: true) } + [end]
  }

  /// The field without login and password: `•••@relay.example.net:587`.
  var masked: String {
    let texts = entries.map { entry in
      let server = entry.host.map { host in entry.port.map { "\(host):\($0)" } ?? host } ?? "•••"
      return entry.hasLogin ? "•••@\(server)" : server
    }
    return (isCertain ? texts : ["•••"] + texts).joined(separator: ";")
  }

  /// Whether a value holds what may be a password.
  static func isLikely(_ text: String) -> Bool {
    guard let at = text.lastIndex(of: "@"), let colon = text.firstIndex(of: ":") else { return false }
    return colon < at
  }

  private static func server(_ text: String) -> (host: String, port: Int?)? {
    var host = trimmed(text[...])
    var port: Int?
    if let colon = host.lastIndex(of: ":"), !host.hasSuffix("]") {
      let digits = host[host.index(after: colon)...]
      guard (1...5).contains(digits.count), let number = Int(digits), (1...65535).contains(number) else { return nil }
      port = number
      host = String(host[..<colon])
    }
    let bare = host.hasPrefix("[") && host.hasSuffix("]") ? String(host.dropFirst().dropLast()) : host
    let allowed = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_:".utf8)
    guard !bare.isEmpty, bare.utf8.allSatisfy({ allowed.contains($0) && (bare != host || $0 != 58) }) else {
      return nil
    }
    return (host, port)
  }

  private static func trimmed(_ text: Substring) -> String {
    String(text.drop { $0 == " " || $0 == "\t" }.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
  }
}
