import Analysis
import Foundation
import MailModel
import Testing

/// A dialogue and what the report says of it.
struct DialogueRow: Sendable, CustomTestStringConvertible {
  let name: String
  let text: String
  let summary: String
  var localDomains: Set<String> = []
  var accounts = AccountDirectory()
  let place: SourceLocation

  init(
    _ name: String, _ text: String, _ summary: String, local: Set<String> = [],
    accounts: AccountDirectory = AccountDirectory(), place: SourceLocation = #_sourceLocation
  ) {
    self.name = name
    self.text = text
    self.summary = summary
    localDomains = local
    self.accounts = accounts
    self.place = place
  }

  var testDescription: String { name }

  func check() {
    let dialogue = Dialogue(text: text, localDomains: localDomains, accounts: accounts)
    #expect(dialogue.summary == summary, "\(name)", sourceLocation: place)
  }

  static func on(_ port: Int) -> String { "Connected, local IP=192.0.2.10:\(port)\n<<< EHLO PC-ANA\n" }

  static let ok = ">>> 235 2.0.0 Authentication successful\n"

  static func base64(_ text: String) -> String { Data(text.utf8).base64EncodedString() }

  /// AUTH LOGIN with both prompts.
  static func login(_ name: String = "ana@example.com", _ reply: String = ok) -> String {
    """
    <<< AUTH LOGIN
    >>> 334 VXNlcm5hbWU6
    <<< \(base64(name))
    >>> 334 UGFzc3dvcmQ6
    <<< \(base64("Segredo-Canario-587"))
    \(reply.hasSuffix("\n") ? reply : reply + "\n")
    """
  }

  static let starttls = "<<< STARTTLS\n>>> 220 2.0.0 Ready to start TLS\n<<< EHLO PC-ANA\n"

  /// A message that is taken, for a recipient elsewhere or here.
  static func mail(_ sender: String = "ana@example.com", elsewhere: Bool = true) -> String {
    """
    <<< MAIL FROM:<\(sender)>
    >>> 250 2.1.0 <\(sender)>... Sender ok
    <<< RCPT TO:<x@example.net>
    >>> 250 2.1.5 <x@example.net>... Recipient ok\(elsewhere ? "; will forward" : "")
    <<< DATA
    >>> 354 Enter mail, end with "." on a line by itself
    <<< 2809 bytes (overall data transfer speed=325115741 B/s)
    *** <\(sender)> <x@example.net> 1 2804 00:00:01 OK 202603160800000001
    >>> 250 2.6.0 2804 bytes received in 00:00:01; Message id 202603160800000001 accepted for delivery

    """
  }

  static func denied(_ sender: String) -> String {
    "<<< MAIL FROM:<\(sender)>\n>>> 501 5.7.1 <\(sender)>... Permission denied\n"
  }

  static let quit = "<<< QUIT\n>>> 221 2.0.0 bye\nDisconnected\n"
}
