import ArgumentParser
import Transport

/// The options of `port587 notify` that have to do with sending.
struct SendingOptions: ParsableArguments {
  @Flag(help: "Send. Without it nothing leaves this machine.")
  var send = false
  @Option(help: "The submission server: smtp://HOST:587 (STARTTLS) or smtps://HOST:465.")
  var smtp: ServerArgument?
  @Option(help: "A file with user and password on two lines, mode 0600.")
  var credentials: String?
  @Option(help: "Certificates to trust instead of the system's.")
  var caFile: String?
  @Option(help: "How many are sent in this run, or none for no limit (default 10).")
  var limit: LimitArgument?
  @Option(help: "How fast: 2/s, 30/m, 100/h (default 2/s).")
  var rate: RateArgument?
  @Option(help: "How many are sent in 24 hours, over all runs.")
  var dailyCap: Int?
  @Option(help: "When this run ends at the latest: 30m, 2h.")
  var deadline: DurationArgument?

  func validate() throws {
    if let dailyCap, dailyCap < 1 { throw ValidationError("--daily-cap wants a number from 1 on.") }
    guard send else { return }
    if smtp == nil { throw ValidationError("--send needs --smtp smtp://HOST:587 or smtps://HOST:465.") }
    if credentials == nil {
      throw ValidationError("--send needs --credentials FILE: user and password on two lines, mode 0600.")
    }
  }
}
