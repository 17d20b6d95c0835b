import MailModel

/// What stands in the header of a message.
struct MessageHead {
  var from: Mailbox
  var to: NoticeAddress
  var replyTo: Mailbox?
  var subject: String
  var date: Timestamp
  var messageID: String
  var language: String
  /// An https address that takes the recipient off the list with one POST (RFC 8058).
  var optOutURL: String?

  /// The header fields up to the first of MIME, each with CRLF.
  var text: String {
    var text = "Date: \(MessageDate.make(date))\r\n"
    text += "From: \(from.headerValue(used: 6))\r\n"
    text += "To: \(to.text)\r\n"
    if let replyTo { text += "Reply-To: \(replyTo.headerValue(used: 10))\r\n" }
    text += "Subject: \(HeaderText.unstructured(subject, used: 9))\r\n"
    text += "Message-ID: \(messageID)\r\n"
    text += "Auto-Submitted: auto-generated\r\nX-Auto-Response-Suppress: All\r\n"
    text += "Content-Language: \(language)\r\n"
    if let optOutURL {
      text += "List-Unsubscribe: <\(optOutURL)>\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"
    }
    return text + "MIME-Version: 1.0\r\n"
  }
}
