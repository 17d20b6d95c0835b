import MailModel

/// Columns `refused_submission_required`, … one for each class of refusal.
enum RefusalColumns {
  /// The columns for rows that have refusals by class.
  static func columns<Row>(_ refusals: @escaping @Sendable (Row) -> [String: Int]) -> [CSVColumn<Row>] {
    RefusalClass.allCases.map { refusalClass in
      CSVColumn<Row>(
        "refused_" + snakeCase(refusalClass.rawValue), number: { refusals($0)[refusalClass.rawValue] ?? 0 })
    }
  }

  /// `submissionRequired` as `submission_required`, `tlsRequired` as `tls_required`.
  static func snakeCase(_ name: String) -> String {
    name.reduce(into: "") { result, character in
      result += character.isUppercase ? "_" + character.lowercased() : String(character)
    }
  }
}
