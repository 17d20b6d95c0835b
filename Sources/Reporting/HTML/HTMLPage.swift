import MailModel

/// The page: what all of its sections share, and their order.
struct HTMLPage {
  /// More users than this are counted, and found in `users.csv`.
  static let userLimit = 5000
  /// More addresses than this are counted, and found in `addresses.csv`.
  static let addressLimit = 1000

  let model: ReportModel
  let figures: ReportFigures
  let wording: Wording
  let language: Language
  /// The users that have a row, most affected first.
  let users: [UserReport]
  /// The addresses that have a row, most submissions first.
  let addresses: [AddressReport]
  private let userAnchors: [String: String]
  private let addressAnchors: [String: String]
  private let sourceAnchors: [String: String]
  private let phrases: HTMLContext

  /// Works out the order and the anchors.
  init(_ model: ReportModel, _ options: ReportOptions) {
    self.model = model
    let figures = ReportFigures(model)
    let wording = Wording(options)
    self.figures = figures
    self.wording = wording
    language = options.language
    users = Array(figures.users.prefix(HTMLPage.userLimit))
    addresses = Array(model.addresses.sorted { HTMLPage.rank($0) < HTMLPage.rank($1) }.prefix(HTMLPage.addressLimit))
    userAnchors = HTMLPage.anchors(users.map(\.identity), "u")
    addressAnchors = HTMLPage.anchors(addresses.map(\.address), "a")
    sourceAnchors = HTMLPage.anchors(model.sources.map(\.path), "s")
    let ports = ["ports": wording.ports(figures.legacyPorts)]
    var phrases = HTMLContext(
      Dictionary(uniqueKeysWithValues: Phrase.allCases.map { ($0.rawValue, .text(wording.text($0, ports))) }))
    for phrase in ServerPhrase.allCases { phrases[phrase.rawValue] = .text(wording.text(phrase)) }
    self.phrases = phrases
  }

  /// All sections in order, each made when its turn has come; long tables come in pieces.
  func sections() -> [() -> HTMLSection] {
    let trend: [() -> HTMLSection] = model.trend.map { trend in [{ TrendSection.make(self, trend) }] } ?? []
    let connections: [() -> HTMLSection] = model.connections == nil ? [] : [{ ConnectionSection.make(self) }]
    let inferences: [() -> HTMLSection] = model.inferred == nil ? [] : [{ InferenceSection.make(self) }]
    let first: [() -> HTMLSection] = [
      { HeadSection.make(self) }
    ]
    let verdict: [() -> HTMLSection] = [{ VerdictSection.make(self) }]
    let server: [() -> HTMLSection] = [{ ServerSection.make(self) }]
    // What is to be done about unknown ports stands first where the answer waits for it.
    let advice: [() -> HTMLSection] = [{ AdviceSection.make(self) }]
    let isAdviceFirst = ReportAnswer(figures) == .unknownPorts
    let answer =
      (isAdviceFirst ? advice : []) + verdict + server + (isAdviceFirst ? [] : advice)
      + [{ WarningSection.make(self) }]
    let charts: [() -> HTMLSection] = [{ ChartSection.make(self) }, { NoticeSection.make(self) }]
    let tables =
      UserSection.pieces(self) + AddressSection.pieces(self) + [{ RefusalSection.make(self) }] + connections
      + inferences + [{ SourceSection.make(self) }]
    return first + answer + trend + charts + tables + EvidenceSection.pieces(self) + [{ FootSection.make(self) }]
  }

  /// Rows of a long table, a hundred at a time.
  func pieces<Row>(_ rows: [Row], _ make: @escaping (ArraySlice<Row>) -> HTMLSection) -> [() -> HTMLSection] {
    stride(from: 0, to: rows.count, by: 100).map { start in
      { make(rows[start..<min(start + 100, rows.count)]) }
    }
  }

  /// A section whose template knows all phrases as `t` and these names.
  func section(_ template: String, _ values: [String: HTMLValue]) -> HTMLSection {
    var context = HTMLContext(values)
    context["t"] = .part(phrases)
    return HTMLSection(template: template, context: context)
  }

  /// The anchor of a user's evidence, when the user has a row.
  func anchor(user: String) -> String? { userAnchors[user] }
  /// The anchor of an address, when it has a row.
  func anchor(address: String) -> String? { addressAnchors[address] }
  /// The anchor of a source.
  func anchor(source: String) -> String? { sourceAnchors[source] }

  /// A text that leads somewhere, when there is something to lead to.
  func link(_ text: String, _ anchor: String?) -> HTMLContext {
    // Both names are always there: a section without them would find those of the section around it.
    HTMLContext(["text": .text(text), "linked": .flag(anchor != nil), "link": .text(anchor ?? "")])
  }

  /// Names and values for a line of evidence: `mail.log:123 · login · port 25 · how known`.
  func evidence(_ reference: EvidenceReference) -> HTMLContext {
    var parts = [wording.book.name(reference.what)]
    if let port = reference.port { parts.append("\(wording.text(.portColumn)) \(wording.port(port))") }
    if let known = reference.portEvidence { parts.append(wording.book.name(known)) }
    if let record = reference.record { parts.append("\(record.source):\(record.line)") }
    var context = link("\(reference.source):\(reference.line)", anchor(source: reference.source))
    context["about"] = .text(parts.joined(separator: " · "))
    return context
  }

  private static func anchors(_ names: [String], _ letter: String) -> [String: String] {
    Dictionary(names.enumerated().map { ($0.element, "\(letter)\($0.offset + 1)") }) { first, _ in first }
  }

  private static func rank(_ address: AddressReport) -> (Int, Int, Int, Int, String) {
    (
      -address.ports.values.reduce(0) { $0 + $1.messages }, -address.ports.values.reduce(0) { $0 + $1.sessions },
      -address.refusals.values.reduce(0, +), -address.sessions, address.address
    )
  }
}
