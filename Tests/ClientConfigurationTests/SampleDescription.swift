import ClientConfiguration
import MailModel

/// A server with all that can be published.
enum SampleDescription {
  static let services = [
    MailService(.smtp, host: "mail.example.com", port: 465, security: .tls),
    MailService(.smtp, host: "mail.example.com", port: 587, security: .starttls),
    MailService(.imap, host: "imap.example.com", port: 993, security: .tls),
    MailService(.pop3, host: "imap.example.com", port: 995, security: .tls),
  ]

  static let everybody = ClientDescription(domain: "example.com", displayName: "Ana & Söhne <mail>", services: services)
}
