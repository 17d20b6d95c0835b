import MailModel

/// The last line of each kind that shows what an address did, where no user has it.
///
/// Of failed logins it knows nothing: their lines are taken from where they are counted.
struct AddressEvidence {
  /// The kinds in the order in which they are shown.
  private static let order: [EvidenceKind] = [.login, .refusal, .relay]

  private struct Line {
    var at: Timestamp
    var mark: LineMark
    var claim: UInt32

    func precedes(_ other: Line) -> Bool { at != other.at ? at < other.at : mark < other.mark }
  }

  /// The lines of one kind.
  private struct Lines {
    /// The number of an address's line in `lines`, -1 for none; empty as long as no address has any.
    var numbers: [Int32] = []
    var lines: [Line] = []
  }

  private let places: Int
  /// A list for each of tens of thousands of addresses, or a table by hash, would take more room than what is in it.
  private var kinds = [Lines](repeating: Lines(), count: AddressEvidence.order.count)

  /// For so many addresses, which are known by their places.
  init(places: Int) { self.places = places }

  /// Keeps the last line of a span if it is the last of its kind.
  mutating func note(_ place: Int, _ what: EvidenceKind, _ span: SessionSpan, _ claim: UInt32) {
    guard span.lastMark != .none, let kind = AddressEvidence.order.firstIndex(of: what) else { return }
    let line = Line(at: span.lastAt, mark: span.lastMark, claim: claim)
    if kinds[kind].numbers.isEmpty { kinds[kind].numbers = Array(repeating: -1, count: places) }
    let number = Int(kinds[kind].numbers[place])
    if number < 0 {
      kinds[kind].numbers[place] = Int32(kinds[kind].lines.count)
      kinds[kind].lines.append(line)
    } else if kinds[kind].lines[number].precedes(line) {
      kinds[kind].lines[number] = line
    }
  }

  /// The lines of an address.
  func lines(of place: Int) -> [EvidenceDraft] {
    var drafts: [EvidenceDraft] = []
    for kind in kinds.indices where !kinds[kind].numbers.isEmpty && kinds[kind].numbers[place] >= 0 {
      let line = kinds[kind].lines[Int(kinds[kind].numbers[place])]
      drafts.append(EvidenceDraft(at: line.at, mark: line.mark, claim: line.claim, what: AddressEvidence.order[kind]))
    }
    return drafts
  }
}
