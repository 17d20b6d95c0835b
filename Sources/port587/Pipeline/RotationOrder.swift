/// Which of two files of one log was written first, as far as their names tell it.
///
/// `mail.log.2` (or `mail.log.2.gz`) is older than `mail.log.1`, that is older than `mail.log`, and so is
/// `mail.log-20260316`; `s20260316-00.log` is older than `s20260316-01.log`. Asked only where the lines do not tell:
/// files cut within one second begin with the same stamp.
struct RotationOrder: Comparable {
  /// Grows from the oldest to the newest: 0 for a file that is still written, `-2` for `mail.log.2`.
  private let age: Int
  /// Pieces of the name in turn without and with digits; numbers are compared as numbers.
  private let parts: [Part]

  private enum Part: Comparable {
    case number(Int)
    case text(String)
  }

  init(name: String) {
    let name = CompressionSuffix.removed(from: name)
    let digits = name.reversed().prefix { $0.isASCII && $0.isNumber }.count
    let stem = name.dropLast(digits)
    switch (stem.last, digits) {
    case (".", 1...5): age = -(Int(name.suffix(digits)) ?? 0)
    case ("-", 8...14): age = -1
    default: age = 0
    }
    parts = RotationOrder.parts(name)
  }

  private static func parts(_ name: Substring) -> [Part] {
    var parts: [Part] = []
    var rest = name
    while let first = rest.first {
      let isNumber = first.isASCII && first.isNumber
      let piece = rest.prefix { ($0.isASCII && $0.isNumber) == isNumber }
      parts.append(isNumber ? Int(piece).map { .number($0) } ?? .text(String(piece)) : .text(String(piece)))
      rest = rest.dropFirst(piece.count)
    }
    return parts
  }

  static func < (left: RotationOrder, right: RotationOrder) -> Bool {
    left.age != right.age ? left.age < right.age : left.parts.lexicographicallyPrecedes(right.parts)
  }
}
