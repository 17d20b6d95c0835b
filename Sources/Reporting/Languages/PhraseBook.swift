import MailModel

/// Everything that the human outputs say, in one language; the compiler sees to it that nothing is missing.
protocol PhraseBook: Sendable {
  /// What stands between the thousands, `1,234` or `1.234`.
  var thousandsSeparator: String { get }
  /// What stands before tenths, `2.4` or `2,4`.
  var decimalSeparator: String { get }
  /// Whether a date begins with the year (`2026-11-23`) or with the day (`23/11/2026`).
  var yearFirst: Bool { get }
  /// A phrase.
  func text(_ phrase: Phrase) -> String
  /// A phrase for one and a phrase for any other number; both hold `{count}` at most once.
  func forms(_ phrase: CountedPhrase) -> (one: String, other: String)
  /// A phrase of the trend.
  func text(_ phrase: TrendPhrase) -> String
  /// A phrase of the trend for one, and one for any other number; both hold `{count}` at most once.
  func forms(_ phrase: TrendCount) -> (one: String, other: String)
  /// How somebody moved, as a heading.
  func name(_ movement: Movement) -> String
  /// What closing the ports means for somebody, as a heading.
  func name(_ breaks: CutoverBreak) -> String
  /// A phrase about the server itself.
  func text(_ phrase: ServerPhrase) -> String
  /// What a check of the probe asserts; nothing in the language in which the checks are written, and for checks that are not known.
  func title(ofCheck id: String) -> String?
  /// What to change when a check fails or warns; nothing in the language in which the checks are written, and for checks that are not known.
  func remedy(ofCheck id: String) -> String?
  /// How far a connection came.
  func name(_ reachability: Reachability) -> String
  /// What a check came to.
  func name(_ verdict: ProbeVerdict) -> String
  /// How much hangs on a check.
  func name(_ severity: ProbeSeverity) -> String
  /// Whether a certificate can be trusted.
  func name(_ trust: CertificateTrust) -> String
  /// How far the server has come, without the number.
  func name(_ phase: PreflightPhase) -> String
  /// How far a user has moved, in a word or two.
  func name(_ readiness: Readiness) -> String
  /// By what right an identity is listed, in a few words.
  func name(_ kind: IdentityKind) -> String
  /// What an address is, in a word or two.
  func name(_ kind: AddressKind) -> String
  /// What a client seems to be.
  func name(_ guess: ClientGuess) -> String
  /// How sure a guess is.
  func name(_ confidence: Confidence) -> String
  /// What a line of evidence shows.
  func name(_ what: EvidenceKind) -> String
  /// How a port is known.
  func name(_ evidence: PortEvidence) -> String
  /// A class of refusals as a heading.
  func name(_ refusal: RefusalClass) -> String
  /// One sentence that says what a class of refusals means.
  func meaning(_ refusal: RefusalClass) -> String
  /// What to do so that ports become known.
  func action(_ remedy: PortRemedy) -> String
  /// What a rule concluded: holds `{port}`, `{sessions}`, `{refusals}` and `{strength}` where they say something.
  func meaning(_ rule: InferenceRule) -> String
  /// From where something is known of the server, with `{time}` where it has one.
  func name(_ source: InferenceFact.Source) -> String
  /// A warning; holds `{count}` and `{subject}` where they say something.
  func text(_ warning: ReportWarningCode) -> String
  /// A heading of those who moved in one way where it stands beside the number one; nothing where it stays as it is.
  func singular(_ movement: Movement) -> String?
  /// A heading of what closing the ports means beside the number one; nothing where it stays as it is.
  func singular(_ breaks: CutoverBreak) -> String?
  /// A phrase beside the number one, such as the name of a total; nothing where it stays as it is.
  func singular(_ total: Phrase) -> String?
  /// A warning whose sentence another form fits when it counts one; nothing where it stays as it is.
  func singular(_ warning: ReportWarningCode) -> String?
}
