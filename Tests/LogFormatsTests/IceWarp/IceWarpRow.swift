import LogFormats
import MailModel
import Testing

/// One line of an IceWarp log and what must be read from it.
struct IceWarpRow: Sendable, CustomTestStringConvertible {
  let name: String
  let line: String
  let outcome: LineOutcome
  let kind: LogEventKind?
  let code: Int
  let parts: [String]
  let continues: Bool
  let place: SourceLocation

  /// A line that is an event: its code and its first, second and third part.
  init(
    _ name: String, _ line: String, _ kind: LogEventKind, code: Int = 0, _ parts: String..., continues: Bool = false,
    place: SourceLocation = #_sourceLocation
  ) {
    self.name = name
    self.line = line
    outcome = .event
    self.kind = kind
    self.code = code
    self.parts = parts + Array(repeating: "", count: 3 - parts.count)
    self.continues = continues
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
    continues = false
    self.place = place
  }

  var testDescription: String { name }

  static let peer = "198.51.100.7"
  /// The rows' lines are behind this frame unless they begin with a bar.
  static let frame = "198.51.100.7    [0A10] 08:00:00 "

  /// The whole line.
  var text: String { line.hasPrefix("|") ? String(line.dropFirst()) : IceWarpRow.frame + line }

  /// Reads the row's line, by a parser that is new and by one that has read such lines before, and compares.
  func check() {
    check(after: [])
    check(after: [IceWarpRow.frame + "Disconnected"])
    check(after: ["203.0.113.9 [00000A1C] Thu, 22 Apr 2004 22:01:42 +0200 <<< QUIT", text])
  }

  private func check(after before: [String]) {
    let bytes = Array(text.utf8)
    var format = IceWarpFormat(context: IceWarpRow.context)
    var event = LogEvent()
    for line in before { _ = format.parse(Array(line.utf8).span, into: &event) }
    event = LogEvent()
    let result = format.parse(bytes.span, into: &event)
    #expect(result == outcome, "\(name)", sourceLocation: place)
    guard result == .event, let kind else { return }
    #expect(event.kind == kind, "\(name)", sourceLocation: place)
    #expect(Int(event.code) == code, "\(name)", sourceLocation: place)
    #expect(event.continues == continues, "\(name)", sourceLocation: place)
    let found = [event.first, event.second, event.third].map {
      $0.isEmpty ? "" : String(decoding: bytes[$0.indices], as: UTF8.self)
    }
    #expect(found == parts, "\(name)", sourceLocation: place)
    let peer = text.prefix { $0 != " " && $0 != "\t" }
    #expect(String(decoding: bytes[event.fourth.indices], as: UTF8.self) == peer, "\(name)", sourceLocation: place)
  }

  /// A file of 16 March 2026.
  static var context: FormatContext {
    FormatContext(
      day: CivilDate(year: 2026, month: 3, day: 16), lastDay: CivilDate(daysSinceEpoch: 20_528), dayIsFromName: true)
  }
}
