import ByteScanning
import LogFormats
import MailModel
import StateStore

/// A log that appears when its lines were counted in another file: `mail.log` after `syslog`.
extension StateRecorder {
  /// Lets the lines of a new log be passed over that were counted in a file which is not asked otherwise, since this one is
  /// rather read.
  mutating func passOverCounted(_ number: Int) {
    let source = sources[number]
    guard source.start == 0, !source.format.countsDays,
      ledger.hasCounted(source.format.identifier, since: source.firstLocal)
    else { return }
    let all = sources + references
    let (names, spans) = namesAndSpans(all)
    var counted: [PlannedSource] = []
    for (other, candidate) in all.enumerated() where other != number && spans.mayMeet(number, other) {
      guard names[number] < names[other],
        RepeatedLines.mayStand(source, names[number], in: candidate, names[other]),
        let known = ledger.counted(candidate), known.lastLocal >= source.firstLocal
      else { continue }
      var part = candidate
      // What was not counted of it yet is looked for in this one.
      if case .plain = candidate.origin { part.end = known.offset }
      counted.append(part)
    }
    switch RepeatedLines(limits: limits).finding(source, in: counted, asked: .passages) {
    case .whole(let other): passOver(number, for: counted[other])
    case .part(let other, .outside(let passages)): take(passages, of: number, in: counted[other])
    case .part(let other, _): overlaps[number] = counted[other].path
    case .later, nil: break
    }
  }

  /// Passes a log of IceWarp's over that was counted as a part of what somebody had joined from several.
  mutating func passOverJoined(_ number: Int) {
    let source = sources[number]
    guard source.start == 0, ledger.hasCountedJoined(since: source.firstLocal) else { return }
    let all = sources + references
    takeNames()
    let counted = all.indices.filter { [names] in
      guard all[$0].formatNumber == source.formatNumber, all[$0].pathPort == source.pathPort, !names[$0].isUsual,
        !all[$0].context.dayIsFromName
      else { return false }
      return ledger.counted(all[$0]).map { $0.lastLocal >= source.firstLocal } ?? false
    }.map { all[$0] }
    switch RepeatedLines(limits: limits).finding(source, in: counted) {
    case .whole(let other): passOver(number, for: counted[other])
    case .part(let other, _): overlaps[number] = counted[other].path
    case .later, nil: break
    }
  }
}
