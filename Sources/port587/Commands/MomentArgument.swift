import ArgumentParser
import MailModel

/// A moment of `--since` and `--until`: absolute (`2026-11-16`, `2026-11-16T08:00`, with or without offset) or before now (`7d`, `12h`, `30m`, `2w`).
struct MomentArgument: ExpressibleByArgument, Sendable {
  enum Form: Sendable, Equatable {
    case moment(Timestamp)
    /// A wall clock time without offset, in milliseconds as in `LogTime.local`.
    case wallClock(Int64)
    /// Seconds before now.
    case ago(Int64)
  }

  let form: Form

  init?(argument: String) {
    if let unit = argument.last, let seconds = ["m": 60, "h": 3600, "d": 86_400, "w": 604_800][String(unit)],
      let count = Int64(argument.dropLast()), count >= 0, count < 100_000
    {
      form = .ago(count * Int64(seconds))
      return
    }
    var text = argument
    if text.utf8.count == 16 { text += ":00" }
    guard let moment = Timestamp(iso8601: text) else { return nil }
    let time = text.dropFirst(10)
    let hasOffset = time.hasSuffix("Z") || time.dropFirst().contains("+") || time.dropFirst().contains("-")
    form = hasOffset ? .moment(moment) : .wallClock(moment.milliseconds)
  }

  /// The moment, given what time it is and how the server's wall clock goes.
  func moment(now: Timestamp, zone: ZoneRules) -> Timestamp {
    switch form {
    case .moment(let moment): moment
    case .wallClock(let local): zone.moment(LogTime(local: local))
    case .ago(let seconds): Timestamp(milliseconds: now.milliseconds - seconds * 1000)
    }
  }
}
