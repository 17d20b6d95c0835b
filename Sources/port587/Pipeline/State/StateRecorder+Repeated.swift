import ByteScanning
import LogFormats
import MailModel
import StateStore

/// Sources whose lines stand in others that are read in the same run or were read before.
extension StateRecorder {
  /// Whether what is new of a known log may stand in others: of a syslog daemon's, or of an extract that was passed over.
  func mayRepeat(_ number: Int, _ known: StoredSource) -> Bool {
    !sources[number].format.countsDays || known.offset > 0 && known.events == 0
  }

  /// What others hold of what is to be read of a source.
  mutating func repeats(_ number: Int) -> RepeatedLines.Finding? {
    let all = sources + references
    let (names, spans) = namesAndSpans(all)
    let others = RepeatedLines.witnesses(number, all, names, spans)
    let finding = RepeatedLines(limits: limits)
      .finding(sources[number], in: others, waits: mayWait(number), asked: .passages)
    overlaps[number] = nil
    switch finding {
    case .whole(let other): passOver(number, for: others[other])
    case .part(let other, .outside(let passages)): take(passages, of: number, in: others[other])
    case .part(let other, _): overlaps[number] = others[other].path
    case .later: later.insert(number)
    case nil: break
    }
    return finding
  }

  /// The names of sources and of what is not new, and when they were written.
  mutating func namesAndSpans(_ all: [PlannedSource]) -> ([LogName], SourceSpans) {
    takeNames()
    let known = spans ?? SourceSpans(all, names)
    spans = known
    return (names, known)
  }

  /// Looks at the names of sources and of what is not new, where nobody has.
  mutating func takeNames() {
    if names.isEmpty { names = (sources + references).map { LogName($0) } }
  }

  /// Passes a source over, since another one and those beside it hold its lines.
  mutating func passOver(_ number: Int, for other: PlannedSource) {
    repeated[number] = other.path
    sources[number].isPassedOver = true
  }

  /// Has the lines of a source read that stand in no other one.
  mutating func take(_ passages: LinePassages, of number: Int, in other: PlannedSource) {
    if passages.ranges.isEmpty { return }
    partly[number] = other.path
    sources[number].passages = passages
    // What was read of one of both streams stays there.
    guard sources[number].start == 0, ledger.begin(of: sources[number].stream) == .min,
      ledger.begin(of: other.stream) == .min
    else { return }
    for member in sources.join(number, to: other.stream) { stored[member]?.stream = other.stream }
  }

  /// Whether a syslog daemon may just be writing its newest lines to another log as well.
  private func mayWait(_ number: Int) -> Bool {
    names[number].isOfDaemon && run.startedAt - (sources[number].status?.modified ?? 0) < StateRecorder.patience
  }
}
