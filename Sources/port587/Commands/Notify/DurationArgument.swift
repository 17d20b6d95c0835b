import ArgumentParser

/// A length of time: `90s`, `30m`, `12h`, `7d`, `2w`.
struct DurationArgument: ExpressibleByArgument, Sendable {
  let seconds: Int64

  init?(argument: String) {
    guard let unit = argument.last,
      let size: Int64 = ["s": 1, "m": 60, "h": 3600, "d": 86_400, "w": 604_800][String(unit)],
      let count = Int64(argument.dropLast()), count >= 0, count < 1_000_000
    else { return nil }
    seconds = count * size
  }
}
