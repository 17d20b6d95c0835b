/// A tree of numbers of which each must be found in another: `{"users": 4, "byPort": {"25": {"sessions": 2}}}`.
indirect enum ExpectedNumbers: Codable, Equatable {
  case number(Int)
  case table([String: ExpectedNumbers])

  init(from decoder: any Decoder) throws {
    if let table = try? decoder.singleValueContainer().decode([String: ExpectedNumbers].self) {
      self = .table(table)
    } else {
      self = .number(try decoder.singleValueContainer().decode(Int.self))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .number(let number): try container.encode(number)
    case .table(let table): try container.encode(table)
    }
  }

  /// Where another tree says something else, as `byPort.25.sessions: 2 expected, 1 found`.
  func differences(to found: ExpectedNumbers?, at place: String = "totals") -> [String] {
    switch (self, found) {
    case (.number(let wanted), .number(let number)?) where wanted == number: []
    case (.table(let wanted), .table(let table)?):
      wanted.sorted { $0.key < $1.key }.flatMap { $0.value.differences(to: table[$0.key], at: "\(place).\($0.key)") }
    default: ["\(place): \(self) expected, \(found.map { "\($0)" } ?? "nothing") found"]
    }
  }
}

extension ExpectedNumbers: CustomStringConvertible {
  var description: String {
    switch self {
    case .number(let number): "\(number)"
    case .table(let table): "\(table)"
    }
  }
}
