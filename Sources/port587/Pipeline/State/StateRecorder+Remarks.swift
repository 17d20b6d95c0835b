import ByteScanning
import MailModel
import StateStore

extension StateRecorder {
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
