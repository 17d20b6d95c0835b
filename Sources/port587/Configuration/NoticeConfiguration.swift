import Notices

/// Whom a run tells what: the section `notices` of the configuration.
struct NoticeConfiguration: Sendable, Equatable {
  /// The section in the words of the command line of `notify`.
  var arguments: [String] = []
  /// Mailboxes to which bounces come.
  var bounces: [String] = []
  /// Whether anything is sent.
  var sends = false
  /// Whether server and ports are taken as they are.
  var isUnprobed = false
  /// The server that users are told.
  var server = ""

  /// Every key but `bounces`, with the option of `notify` that it stands for.
  static let keys = [
    ConfigurationKey("send", .flag),
    ConfigurationKey(
      "domains", option: "--notify-domain",
      .values(wanted: "the name of a domain", accepts: { NoticeAddress.isHostName($0) })),
    ConfigurationKey("server", .value(wanted: "the name of a host", accepts: { NoticeAddress.isHostName($0) })),
    ConfigurationKey("submission-port", as: PortArgument.self, "a port or none"),
    ConfigurationKey("submissions-port", as: PortArgument.self, "a port or none"),
    ConfigurationKey("user-name", as: UserNameForm.self, "address or local-part"),
    ConfigurationKey("from", as: MailboxArgument.self, mailbox),
    ConfigurationKey("reply-to", as: MailboxArgument.self, mailbox),
    ConfigurationKey("envelope-from", as: MailboxArgument.self, mailbox),
    ConfigurationKey("admin", as: MailboxArgument.self, mailbox),
    ConfigurationKey("organisation", .text),
    ConfigurationKey("contact", .text),
    ConfigurationKey("refusal-text", .text),
    ConfigurationKey("guide", .value(wanted: "an https:// address", accepts: { NotifyOptions.isPage($0) })),
    ConfigurationKey("autoconfig", .value(wanted: "an https:// address", accepts: { NotifyOptions.isPage($0) })),
    ConfigurationKey("opt-out-url", .value(wanted: "an https:// address", accepts: { NotifyOptions.isPage($0) })),
    ConfigurationKey("attach-profile", .path(isSecret: false)),
    ConfigurationKey("language", as: NoticeLanguageArgument.self, "en, pt-BR or es"),
    ConfigurationKey("default-language", as: NoticeLanguageArgument.self, "en, pt-BR or es"),
    ConfigurationKey("languages", .path(isSecret: false)),
    ConfigurationKey("utc-offset", as: UTCOffset.self, "an offset such as -03:00"),
    ConfigurationKey("templates", .path(isSecret: false)),
    ConfigurationKey("previews", option: "--output", .path(isSecret: false)),
    ConfigurationKey("since", as: MomentArgument.self, "a length of time such as 30d, or a day"),
    ConfigurationKey("include-senders", .flag),
    ConfigurationKey("include-unknown", .flag),
    ConfigurationKey("opt-out", .path(isSecret: false)),
    ConfigurationKey("shared-from", .number(2...1000)),
    ConfigurationKey("senders-from", .number(2...8)),
    ConfigurationKey("unprobed", .flag),
    ConfigurationKey("repeat-after", as: DurationArgument.self, "a length of time such as 7d"),
    ConfigurationKey("max-rounds", .number(1...100)),
    ConfigurationKey("thank-moved", .flag),
    ConfigurationKey("smtp", as: ServerArgument.self, "smtp://HOST:587 or smtps://HOST:465"),
    ConfigurationKey("credentials", .path(isSecret: true)),
    ConfigurationKey("ca-file", .path(isSecret: false)),
    ConfigurationKey("limit", as: LimitArgument.self, "a number from 1 on, or none"),
    ConfigurationKey("rate", as: RateArgument.self, "a pace such as 2/s, 30/m or 100/h"),
    ConfigurationKey("daily-cap", .number(1...1_000_000)),
    ConfigurationKey("deadline", as: DurationArgument.self, "a length of time such as 2h"),
  ]

  private static let mailbox = "an address such as it@example.com, or \"IT desk <it@example.com>\""
}
