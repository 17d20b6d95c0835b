import ArgumentParser
import Notices

/// `it@example.com` or `IT desk <it@example.com>`.
struct MailboxArgument: ExpressibleByArgument, Sendable {
  let mailbox: Mailbox

  init?(argument: String) {
    guard let mailbox = Mailbox(text: argument) else { return nil }
    self.mailbox = mailbox
  }
}
