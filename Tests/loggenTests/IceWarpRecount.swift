/// Counts a generated IceWarp log by its text alone, with nothing of the generator.
struct IceWarpRecount {
  private struct Session {
    var port = "unknown"
    var client = true
    var loggedIn = false
    var everLoggedIn = false
    var answers: [String] = []
    var inAuth = false
    var sender = ""
    var forwards = false
  }

  var sessions = 0
  var outgoing = 0
  var failedLogins = 0
  var refusals = 0
  var relays = 0
  var addresses: Set<String> = []
  var users: Set<String> = []
  var authenticated: [String: Int] = [:]
  var messages: [String: Int] = [:]
  private var open: [String: Session] = [:]

  init(_ lines: [Substring]) {
    for line in lines { take(line) }
  }

  private mutating func take(_ line: Substring) {
    guard !line.hasPrefix("SYSTEM"), let bracket = line.firstIndex(of: "]") else { return }
    let key = String(line[...bracket])
    let text = line[bracket...].dropFirst(11)
    var session = open[key] ?? Session()
    if text.hasPrefix("Connected, local IP=") {
      session = Session()
      if let colon = text.lastIndex(of: ":") { session.port = String(text[text.index(after: colon)...]) }
      sessions += 1
      addresses.insert(String(key.prefix { $0 != " " }))
    } else if text == "Connected" {
      session = Session(client: false)
      outgoing += 1
    } else if session.client {
      converse(text, &session)
    }
    open[key] = session
  }

  private mutating func converse(_ text: Substring, _ session: inout Session) {
    if text.hasPrefix("<<< AUTH ") {
      session.inAuth = true
      session.answers = text.split(separator: " ").dropFirst(3).map(String.init)
    } else if text.hasPrefix("<<< "), session.inAuth {
      session.answers.append(String(text.dropFirst(4)))
    } else if text.hasPrefix(">>> 235") {
      session.inAuth = false
      if !session.everLoggedIn { authenticated[session.port, default: 0] += 1 }
      session.everLoggedIn = true
      session.loggedIn = true
      if let user = session.answers.compactMap(Self.user).first { users.insert(user.lowercased()) }
    } else if text.hasPrefix(">>> 535") {
      failedLogins += 1
      session.inAuth = false
    } else if text.hasPrefix(">>> 501 5.0.0") {
      session.inAuth = false
    } else if text.hasPrefix("<<< RSET") {
      session.loggedIn = false
    } else if text.hasPrefix("<<< MAIL FROM:<") {
      session.sender = String(text.dropFirst(15).dropLast())
      session.forwards = false
    } else if text.hasSuffix("Recipient ok; will forward") {
      session.forwards = true
    } else if text.hasPrefix(">>> 250 2.6.0 ") {
      if session.loggedIn {
        messages[session.port, default: 0] += 1
      } else if session.forwards {
        relays += 1
        users.insert(session.sender)
      }
    } else if text.hasPrefix(">>> 501 5.7.1 ") || text.hasPrefix(">>> 550 ") {
      refusals += 1
      if text.hasPrefix(">>> 501"), !session.loggedIn, Self.isLocal(session.sender) { users.insert(session.sender) }
    }
  }

  private static func isLocal(_ address: String) -> Bool {
    ["@example.com", "@example.org", "@filial.example.com"].contains { address.hasSuffix($0) }
  }

  /// The first address in a base64 answer to AUTH.
  private static func user(_ base64: String) -> String? {
    var bits = 0
    var have = 0
    var plain: [UInt8] = []
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    for letter in base64 where letter != "=" {
      guard let value = letters.firstIndex(of: letter) else { return nil }
      bits = bits << 6 | value
      have += 6
      if have >= 8 {
        have -= 8
        plain.append(UInt8(bits >> have & 255))
      }
      bits &= 0xffff
    }
    let words = plain.split { $0 == 0 || $0 == 32 }
    return words.map { String(decoding: $0, as: UTF8.self) }.first { $0.contains("@") }
  }
}
