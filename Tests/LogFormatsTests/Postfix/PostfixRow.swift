import LogFormats
import MailModel
import Testing

/// One line and what must be read from it.
struct PostfixRow: Sendable, CustomTestStringConvertible {
  let name: String
  let line: String
  let outcome: LineOutcome
  let kind: LogEventKind?
  let code: Int
  let parts: [String]
  let place: SourceLocation

  /// A line that is an event: its code and its parts, the first to the fifth.
  init(
    _ name: String, _ line: String, _ kind: LogEventKind, code: Int = 0, _ parts: String...,
    place: SourceLocation = #_sourceLocation
  ) {
    self.name = name
    self.line = line
    outcome = .event
    self.kind = kind
    self.code = code
    self.parts = parts + Array(repeating: "", count: 5 - parts.count)
    self.place = place
  }

  /// A line that is no event.
  init(_ name: String, _ line: String, _ outcome: LineOutcome, place: SourceLocation = #_sourceLocation) {
    self.name = name
    self.line = line
    self.outcome = outcome
    kind = nil
    code = 0
    parts = []
    self.place = place
  }

  var testDescription: String { name }

  /// The rows' lines are behind this header unless they begin with one of their own.
  static let header = "Nov 23 16:29:25 mail "

  /// Reads the row's line and compares.
  func check() {
    let text = line.hasPrefix("|") ? String(line.dropFirst()) : PostfixRow.header + line
    let bytes = Array(text.utf8)
    var format = PostfixFormat(context: PostfixRow.context)
    var event = LogEvent()
    let result = format.parse(bytes.span, into: &event)
    #expect(result == outcome, "\(name)", sourceLocation: place)
    guard result == .event, let kind else { return }
    #expect(event.kind == kind, "\(name)", sourceLocation: place)
    #expect(Int(event.code) == code, "\(name)", sourceLocation: place)
    // Every line names its service; rows tell it where a session begins.
    let third = kind == .connected ? event.service : event.third
    let fifth = kind == .refused || kind == .messageStarted ? event.fifth : .none
    let found = [event.first, event.second, third, event.fourth, fifth].map {
      String(decoding: bytes[$0.indices], as: UTF8.self)
    }
    #expect(found == parts, "\(name)", sourceLocation: place)
  }

  /// A file last changed on 24 November 2026.
  static var context: FormatContext {
    FormatContext(lastDay: CivilDate(daysSinceEpoch: 20_781))
  }
}
