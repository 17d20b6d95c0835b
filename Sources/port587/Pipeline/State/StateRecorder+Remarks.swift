import ByteScanning
import LogFormats
import MailModel
import StateStore

extension StateRecorder {
  /// Finds the log that a source holds: one of its own name first, then one that others hold, then any.
  mutating func verdict(_ number: Int) throws(FileError) -> SourceLedger.Verdict {
    // Other names are given to copies, which are known by what they hold.
    let name = LogName(sources[number])
    guard name.isOfDaemon else {
      let found = try ledger.verdict(sources[number])
      switch found {
      case .new:
        guard repeats(number) == nil else { break }
        if !sources[number].format.countsDays { passOverCounted(number) }
        if sources[number].format.countsDays, name.isUsual { passOverJoined(number) }
      // What days were joined to begins with the first of them.
      case .continues(let known) where sources[number].format.countsDays && !name.isUsual && LogName(known).isUsual:
        if case .whole = repeats(number) { return .new }
        overlaps[number] = nil
      case .continues, .nothingNew, .changed, .undecided: break
      }
      return found
    }
    var isAsked = false
    switch try ledger.verdict(sources[number], ofSeries: true) {
    case .continues(let known): return .continues(known)
    case .nothingNew(let known): return .nothingNew(known)
    case .new:
      switch repeats(number) {
      case .whole, .later: return .new
      case .part: if repeated[number] != nil || partly[number] != nil { return .new }
      case nil: isAsked = true
      }
    case .changed, .undecided: break
    }
    var found = try ledger.verdict(sources[number])
    // Another file of the daemon's may begin alike and hold other mail as well.
    if case .changed(let known, _) = found, LogName(known).series != name.series { found = .new }
    if case .new = found, isAsked { passOverCounted(number) }
    return found
  }

  /// The other server as whose log this one was counted; nothing when it was not.
  func server(of source: PlannedSource) throws(FileError) -> String? {
    // Standard input can be looked at once.
    if case .standardInput = source.origin { return nil }
    guard let others else { return nil }
    switch try others.verdict(source) {
    case .continues(let known), .nothingNew(let known), .changed(let known, _):
      // Logs of two servers may begin with the same line.
      return SourceLedger.isCertain(source, known) ? servers[known.part] : nil
    case .new, .undecided: return nil
    }
  }

  /// What is said of a log that was changed after it had been read.
  static func changed(_ known: StoredSource, _ place: LaterLines.Place?) -> String {
    let begin = "it was changed after it had been read, or is a changed copy of what was read as \(known.path)"
    guard known.lastLocal != .min, place != nil else { return begin + ". Nothing of it was counted again" }
    // By the clock of the log, whatever its zone.
    let last = Timestamp(milliseconds: known.lastLocal).description.filter { $0 != "Z" }
    return begin + ". Only its lines from after \(last) were counted"
  }
}
