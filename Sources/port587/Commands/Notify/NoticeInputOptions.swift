import ArgumentParser

/// Where `notify` and `notify status` take what they know from.
struct NoticeInputOptions: ParsableArguments {
  @Option(help: "The state: who was told what, and what the audits have found.")
  var state: String?
  @Option(help: "A report.json of an audit, instead of what the state holds.")
  var report: String?
  @Option(
    help: "Of the state, leave out sessions that began before: 2026-11-16, 7d (notify: 14 days before the last).")
  var since: String?
  @Option(help: "The account list: aliases, and which senders are real.")
  var accounts: String?
  @Option(help: "The domain of logins without one.", transform: DomainArgument.read)
  var defaultDomain: DomainArgument?

  func validate() throws {
    if state == nil, report == nil {
      throw ValidationError("Give --state FILE, or --report FILE (a report.json), or both.")
    }
  }
}
