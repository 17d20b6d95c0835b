import MailModel
import StateStore

/// Keeps what a probe found in the state.
enum ProbeKeeper {
  /// Puts a result into the state, which is made when it is new.
  static func keep(_ result: ProbeResult, in path: String, now: Timestamp) throws(ProbeFault) {
    try write(path, now) { file throws(StateError) in try file.remember(result) }
  }

  /// Does something to a state that nobody else writes meanwhile.
  static func write(
    _ path: String, _ now: Timestamp, _ body: (StateFile) throws(StateError) -> Void
  ) throws(ProbeFault) {
    do throws(AuditFault) {
      try StateSession.makeFolder(of: path)
      let lock = try StateSession.lock(path, now)
      let file = try StateSession.open(path, mayCreate: true)
      do throws(StateError) {
        try body(file)
      } catch {
        throw .state(error)
      }
      withExtendedLifetime(lock) {}
    } catch {
      throw .state(error)
    }
  }
}
