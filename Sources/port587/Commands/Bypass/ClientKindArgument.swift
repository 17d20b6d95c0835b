import ArgumentParser
import MailModel

/// A kind of client as reports name it; `web-form` and `scanner` are understood too.
struct ClientKindArgument: ExpressibleByArgument, Sendable {
  let guess: ClientGuess

  init?(argument: String) {
    switch argument {
    case "web-form": guess = .webApplication
    case "scanner": guess = .printer
    default:
      guard let guess = ClientGuess(rawValue: argument) else { return nil }
      self.guess = guess
    }
  }

  static var allValueStrings: [String] { ClientGuess.allCases.map(\.rawValue) + ["scanner", "web-form"] }
}
