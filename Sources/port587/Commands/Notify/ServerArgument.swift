import ArgumentParser
import Transport

/// `smtp://HOST:PORT` or `smtps://HOST:PORT`.
struct ServerArgument: ExpressibleByArgument, Sendable {
  let server: SubmissionServer

  init?(argument: String) {
    guard let server = SubmissionServer(url: argument) else { return nil }
    self.server = server
  }
}
