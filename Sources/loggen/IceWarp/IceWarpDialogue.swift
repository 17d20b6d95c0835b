import MailModel

/// The lines of an IceWarp session, from the parts that the sessions have in common.
///
/// `10.6.21.6       [15C0] 00:02:10 >>> 354 Enter mail, end with "." on a line by itself`
struct IceWarpDialogue {
  /// The name that the server greets with.
  static let host = "mail.example.com"
  /// The address that the server listens on.
  static let localAddress = "192.0.2.25"
  private static let capabilities = [
    "ENHANCEDSTATUSCODES", "SIZE 52428800", "EXPN", "ETRN", "ATRN", "DSN", "CHECKPOINT", "8BITMIME", "SMTPUTF8",
    "AUTH=LOGIN",
  ]

  /// What the server offers in its EHLO reply.
  struct Offer {
    var startTLS: Bool
    var auth = true
  }

  private var messages: UInt64 = 0

  /// Composes `Connected` and the greeting.
  mutating func connect(_ script: inout SessionScript, port: Int?) {
    script.put(" Connected, local IP=")
    script.put(Self.localAddress)
    if let port {
      script.put(":")
      script.put(port)
    }
    script.end()
    script.put(" >>> 220 ")
    script.put(Self.host)
    script.put(" ESMTP IceWarp 11.4.6.0 x64; ")
    script.end(dated: true)
  }

  /// Composes EHLO and its reply, every line of which has the prefix of the session.
  func hello(_ script: inout SessionScript, name: [UInt8], peer: [UInt8], offer: Offer) {
    script.put(" <<< EHLO ")
    script.put(name)
    script.end()
    script.put(" >>> 250-")
    script.put(Self.host)
    script.put(" Hello ")
    script.put(name)
    script.put(" [")
    script.put(peer)
    script.put("], pleased to meet you.")
    script.end()
    for capability in Self.capabilities {
      script.put(" >>> 250-")
      script.put(capability)
      script.end()
    }
    if offer.auth { script.line(" >>> 250-AUTH LOGIN PLAIN CRAM-MD5") }
    if offer.startTLS { script.line(" >>> 250-STARTTLS") }
    script.line(" >>> 250 HELP")
  }

  /// Composes STARTTLS and its reply.
  func startTLS(_ script: inout SessionScript) {
    script.line(" <<< STARTTLS")
    script.line(" >>> 220 2.0.0 Ready to start TLS")
  }

  /// Composes an AUTH exchange up to the client's last answer.
  func credentials(
    _ script: inout SessionScript, mechanism: LoginMechanism, name: [UInt8], password: [UInt8],
    random: inout RandomSource
  ) {
    switch mechanism {
    case .login:
      if random.happens(perMille: 200) {
        script.put(" <<< AUTH LOGIN ")
        script.put(base64: name)
        script.end()
      } else {
        script.line(" <<< AUTH LOGIN")
        script.line(" >>> 334 VXNlcm5hbWU6")
        script.put(" <<< ")
        script.put(base64: name)
        script.end()
      }
      script.line(" >>> 334 UGFzc3dvcmQ6")
      script.put(" <<< ")
      script.put(base64: password)
      script.end()
    case .plain:
      script.put(" <<< AUTH PLAIN")
      if random.happens(perMille: 700) {
        script.put(" ")
      } else {
        script.end()
        script.line(" >>> 334 ")
        script.put(" <<< ")
      }
      script.put(base64: [0] + name + [0] + password)
      script.end()
    case .cramMD5:
      script.line(" <<< AUTH CRAM-MD5")
      var challenge: [UInt8] = Array("<".utf8)
      challenge.append(decimal: random.below(1_000_000_000))
      challenge.append(contentsOf: "@mail.example.com>".utf8)
      script.put(" >>> 334 ")
      script.put(base64: challenge)
      script.end()
      var digest: [UInt8] = []
      digest.append(hexadecimal: random.next(), digits: 16)
      digest.append(hexadecimal: random.next(), digits: 16)
      script.put(" <<< ")
      script.put(base64: name + [32] + digest.map { $0 > 57 ? $0 | 32 : $0 })
      script.end()
    }
  }

  /// Composes the answer to a login.
  func verdict(_ script: inout SessionScript, accepted: Bool) {
    script.line(
      accepted ? " >>> 235 2.7.0 Authentication successful" : " >>> 535 5.7.8 Authentication credentials invalid")
  }

  /// Composes MAIL FROM, and the reply that accepts it.
  func mail(_ script: inout SessionScript, from sender: [UInt8], accepted: Bool = true) {
    script.put(" <<< MAIL FROM:<")
    script.put(sender)
    script.put(">")
    script.end()
    guard accepted else { return }
    script.put(" >>> 250 2.1.0 <")
    script.put(sender)
    script.put(">... Sender ok")
    script.end()
  }

  /// Composes RCPT TO, and the reply that accepts it.
  func recipient(_ script: inout SessionScript, to recipient: [UInt8], forward: Bool, accepted: Bool = true) {
    script.put(" <<< RCPT TO:<")
    script.put(recipient)
    script.put(">")
    script.end()
    guard accepted else { return }
    script.put(" >>> 250 2.1.5 <")
    script.put(recipient)
    script.put(forward ? ">... Recipient ok; will forward" : ">... Recipient ok")
    script.end()
  }

  /// Composes the message itself, from DATA to the reply that takes it.
  mutating func data(
    _ script: inout SessionScript, from sender: [UInt8], to recipients: [[UInt8]], clock: borrowing LogClock,
    random: inout RandomSource
  ) {
    let size = 600 + random.below(1 << (9 + random.below(10)))
    let seconds = random.below(3)
    script.line(" <<< DATA")
    script.line(" >>> 354 Enter mail, end with \".\" on a line by itself")
    script.put(" <<< ")
    script.put(size + 5)
    script.put(" bytes (overall data transfer speed=")
    script.put(20_000 + random.below(300_000_000))
    script.put(" B/s)")
    script.end()
    script.line(" Start of mail processing")
    messages += 1
    let identifier = identifier(clock)
    script.put(" *** <")
    script.put(sender)
    script.put("> ")
    for (place, recipient) in recipients.enumerated() {
      script.put(place == 0 ? "<" : ",<")
      script.put(recipient)
      script.put(">")
    }
    script.put(" ")
    script.put(recipients.count)
    script.put(" ")
    script.put(size)
    script.put(" 00:00:0")
    script.put(seconds)
    script.put(" OK ")
    script.put(identifier)
    script.end()
    script.put(" >>> 250 2.6.0 ")
    script.put(size)
    script.put(" bytes received in 00:00:0")
    script.put(seconds)
    script.put("; Message id ")
    script.put(identifier)
    script.put(" accepted for delivery")
    script.end()
  }

  /// Composes the end of a session, with QUIT or without.
  func disconnect(_ script: inout SessionScript, quit: Bool = true) {
    if quit {
      script.line(" <<< QUIT")
      script.line(" >>> 221 2.0.0 mail.example.com closing connection")
    }
    script.line(" Disconnected")
  }

  /// The local moment and four digits that count: `201304041000050002`.
  func identifier(_ clock: borrowing LogClock) -> [UInt8] {
    let second = clock.secondOfDay
    var text: [UInt8] = []
    text.append(decimal: clock.day.year, digits: 4)
    text.append(decimal: clock.day.month, digits: 2)
    text.append(decimal: clock.day.day, digits: 2)
    text.append(decimal: second / 3600, digits: 2)
    text.append(decimal: second / 60 % 60, digits: 2)
    text.append(decimal: second % 60, digits: 2)
    text.append(decimal: Int(messages % 10_000), digits: 4)
    return text
  }
}
