import ArgumentParser

/// `+HH:MM`, as in `--utc-offset -03:00`.
struct UTCOffset: ExpressibleByArgument, Sendable, Equatable {
  let seconds: Int32

  init?(argument: String) {
    if argument == "Z" || argument == "0" {
      seconds = 0
      return
    }
    guard let sign = argument.first, sign == "+" || sign == "-" else { return nil }
    let digits = argument.dropFirst().filter { $0 != ":" }
    guard digits.count == 4 || digits.count == 2, digits.allSatisfy({ $0.isASCII && $0.isNumber }),
      let hours = Int32(digits.prefix(2)), let minutes = digits.count == 4 ? Int32(digits.suffix(2)) : 0, hours < 24,
      minutes < 60
    else { return nil }
    seconds = (hours * 3600 + minutes * 60) * (sign == "-" ? -1 : 1)
  }
}
