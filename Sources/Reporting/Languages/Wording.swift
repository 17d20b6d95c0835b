import MailModel

/// Phrases, numbers and times in the reader's language.
struct Wording: Sendable {
  /// The phrases.
  let book: any PhraseBook
  /// The reader's language.
  let language: Language
  private let clock: ZoneRules

  /// Takes language and clock from the options.
  init(_ options: ReportOptions) {
    book = options.language.phrases
    language = options.language
    clock = options.zone
  }

  /// A phrase with its placeholders filled.
  func text(_ phrase: Phrase, _ values: [String: String] = [:]) -> String {
    Wording.fill(book.text(phrase), values)
  }

  /// A phrase about the server with its placeholders filled.
  func text(_ phrase: ServerPhrase, _ values: [String: String] = [:]) -> String {
    Wording.fill(book.text(phrase), values)
  }

  /// A phrase with a capital, for the head of a column.
  func heading(_ phrase: Phrase) -> String {
    let text = text(phrase)
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  /// A phrase in the form that the number asks for.
  func counted(_ phrase: CountedPhrase, _ count: Int, _ values: [String: String] = [:]) -> String {
    let forms = book.forms(phrase)
    return Wording.fill(
      count == 1 ? forms.one : forms.other, values.merging(["count": number(count)]) { first, _ in first })
  }

  /// A phrase of the trend with its placeholders filled.
  func text(_ phrase: TrendPhrase, _ values: [String: String] = [:]) -> String {
    Wording.fill(book.text(phrase), values)
  }

  /// A phrase of the trend in the form that the number asks for.
  func counted(_ phrase: TrendCount, _ count: Int, _ values: [String: String] = [:]) -> String {
    let forms = book.forms(phrase)
    return Wording.fill(
      count == 1 ? forms.one : forms.other, values.merging(["count": number(count)]) { first, _ in first })
  }

  /// How far somebody has moved; nothing when it was not seen.
  func name(_ readiness: Readiness?) -> String { readiness.map { book.name($0) } ?? text(TrendPhrase.notSeen) }

  /// By which days states are told, where those are not all of the report.
  func stateBasis(_ figures: ReportFigures) -> String? {
    figures.answeringTrend.map { trend in
      text(
        .stateBasis,
        ["days": number(trend.recentDays), "from": day(trend.recent.from), "to": day(trend.recent.to)])
    }
  }

  /// A day in the order of the language.
  func day(_ day: CivilDate) -> String { self.day(day.description) }

  /// A warning with its number and subject.
  func warning(_ warning: ReportWarning) -> String {
    let one = warning.count == 1 ? book.singular(warning.code) : nil
    return Wording.fill(
      one ?? book.text(warning.code), ["count": number(warning.count), "subject": warning.subject ?? "–"])
  }

  /// A phrase in the form that the number beside it or in it asks for, such as the name of a total.
  func total(_ phrase: Phrase, _ count: Int, _ values: [String: String] = [:]) -> String {
    Wording.fill((count == 1 ? book.singular(phrase) : nil) ?? book.text(phrase), values)
  }

  /// The heading of so many who moved in one way.
  func heading(_ movement: Movement, _ count: Int) -> String {
    (count == 1 ? book.singular(movement) : nil) ?? book.name(movement)
  }

  /// The heading of so many for whom closing the ports means one thing.
  func heading(_ breaks: CutoverBreak, _ count: Int) -> String {
    (count == 1 ? book.singular(breaks) : nil) ?? book.name(breaks)
  }

  /// What the bypass file and the list of trusted addresses say of somebody, each in a few words.
  func marks(_ bypass: BypassMark?, _ trusted: MarkExtent?) -> [String] {
    var marks: [String] = []
    if let bypass {
      let lines = ["lines": bypass.lines.map { String($0.number) }.joined(separator: ", ")]
      marks.append(text(bypass.extent == .all ? .bypassAll : .bypassSome, lines))
    }
    if let trusted { marks.append(text(trusted == .all ? .trustedAll : .trustedSome)) }
    return marks
  }

  /// A whole number with its thousands apart, for instance `1,234`.
  func number(_ value: Int) -> String {
    let digits = Array(String(value.magnitude))
    var result = value < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { result += book.thousandsSeparator }
      result.append(digit)
    }
    return result
  }

  /// Day and time to the minute, for instance `2026-11-23 17:00` or `23/11/2026 17:00`; a dash when there is none.
  func time(_ time: Timestamp?) -> String {
    guard let time else { return "–" }
    let moved = Timestamp(milliseconds: time.milliseconds + Int64(clock.offset(atMoment: time)) * 1000).description
    let text = Array(moved)
    guard let split = text.firstIndex(of: "T"), text.count >= split + 6 else { return moved }
    return day(String(text[..<split])) + " " + String(text[(split + 1)...(split + 5)])
  }

  /// A day in the order of the language; what is no ISO 8601 day stays as it is.
  func day(_ iso: String) -> String {
    let parts = iso.split(separator: "-", omittingEmptySubsequences: false)
    guard !book.yearFirst, parts.count == 3, parts.allSatisfy({ $0.allSatisfy(\.isNumber) }) else { return iso }
    return parts.reversed().joined(separator: "/")
  }

  /// What a port is for, in a few words.
  func name(_ role: PortRole) -> String {
    switch role {
    case .legacy: text(.roleLegacy)
    case .submission: text(.roleSubmission)
    case .submissions: text(.roleSubmissions)
    case .unknown: text(.roleUnknown)
    }
  }

  /// The zone of a time as it is shown, for instance `UTC` or `UTC−03:00`.
  func zone(at moment: Timestamp) -> String { zone(from: moment, to: nil) }

  /// The zones of the times between two moments: `UTC+02:00/+01:00` where summer time ends on the way.
  func zone(from first: Timestamp?, to last: Timestamp?) -> String {
    guard let first = first ?? last else { return "UTC" }
    let offsets = clock.offsets(from: first, through: last ?? first)
    if offsets == [0] { return "UTC" }
    func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
    let names = offsets.map { seconds in
      let minutes = Int(seconds.magnitude) / 60
      return "\(seconds < 0 ? "−" : "+")\(two(minutes / 60)):\(two(minutes % 60))"
    }
    return "UTC" + names.joined(separator: "/")
  }

  /// Ports within a sentence, for instance `ports 25 and 366`.
  func ports(_ ports: [String]) -> String {
    guard let last = ports.last else { return text(.port, ["ports": "25"]) }
    guard ports.count > 1 else { return text(.port, ["ports": last]) }
    return text(.ports, ["ports": "\(ports.dropLast().joined(separator: ", ")) \(text(.and)) \(last)"])
  }

  /// A key of the model as a reader sees it: the number, or the word for unknown.
  func port(_ key: String) -> String { Int(key) == nil ? text(.roleUnknown) : key }

  /// Fills `{name}`; values are not looked through again, so a `{count}` in a log stays what it is.
  static func fill(_ pattern: String, _ values: [String: String]) -> String {
    var result = ""
    var rest = pattern[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      result += rest[..<open]
      let name = String(rest[rest.index(after: open)..<close])
      result += values[name] ?? String(rest[open...close])
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}
