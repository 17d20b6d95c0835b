import Foundation

/// Lines of an IceWarp log as a test needs them.
///
///     198.51.100.7    [0001] 10:00:00 <<< EHLO PC-ANA
struct IceWarpTalk {
  /// The address of the client.
  var client = "198.51.100.7"
  /// The thread, which keeps sessions apart.
  var thread = "0001"
  /// The stamp of every line.
  var time = "10:00:00"
  /// The port that the log shows; nil as with servers that show none.
  var port: Int? = 25
  var helo = "PC-ANA"

  /// One line.
  func line(_ text: String) -> String {
    client.padding(toLength: max(16, client.utf8.count + 1), withPad: " ", startingAt: 0)
      + "[\(thread)] \(time) \(text)"
  }

  /// The begin of a session, up to the answer to EHLO.
  var greeting: [String] {
    [
      line(port.map { "Connected, local IP=192.0.2.10:\($0)" } ?? "Connected"),
      line(">>> 220 mail.example.com ESMTP IceWarp 11.4.6.0; Mon, 16 Mar 2026 10:00:00 +0000"),
      line("<<< EHLO \(helo)"),
      line(">>> 250-mail.example.com Hello [\(client)], pleased to meet you."),
      line(">>> 250-AUTH LOGIN PLAIN"),
      line(">>> 250 HELP"),
    ]
  }

  /// A dialogue of AUTH LOGIN.
  func login(_ user: String, password: String = "x", reply: String = "235 2.0.0 Authentication successful") -> [String]
  {
    [
      line("<<< AUTH LOGIN"), line(">>> 334 VXNlcm5hbWU6"), line("<<< \(IceWarpTalk.base64(user))"),
      line(">>> 334 UGFzc3dvcmQ6"), line("<<< \(IceWarpTalk.base64(password))"), line(">>> \(reply)"),
    ]
  }

  /// A message that is taken.
  func message(from sender: String, to recipient: String = "customer@example.net") -> [String] {
    [
      line("<<< MAIL FROM:<\(sender)>"), line(">>> 250 2.1.0 <\(sender)>... Sender ok"),
      line("<<< RCPT TO:<\(recipient)>"), line(">>> 250 2.1.5 <\(recipient)>... Recipient ok"),
      line("<<< DATA"), line(">>> 354 Enter mail, end with \".\" on a line by itself"),
      line(">>> 250 2.6.0 10 bytes received; Message id AB12345 accepted for delivery"),
    ]
  }

  /// The end of a session.
  var farewell: [String] {
    [line("<<< QUIT"), line(">>> 221 2.0.0 mail.example.com closing connection"), line("Disconnected")]
  }

  /// A whole session: login, one message, end.
  func submission(by user: String, from sender: String? = nil, password: String = "x") -> [String] {
    greeting + login(user, password: password) + message(from: sender ?? user) + farewell
  }

  /// A whole session whose login fails.
  func failure(of user: String, password: String = "x") -> [String] {
    greeting + login(user, password: password, reply: "535 5.7.8 Authentication credentials invalid") + farewell
  }

  static func base64(_ text: String) -> String { Data(text.utf8).base64EncodedString() }
}
