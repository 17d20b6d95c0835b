/// What closing the ports means for an identity, judged by the days that the trend calls recent.
public enum CutoverBreak: String, Codable, Sendable, CaseIterable {
  /// It uses a port to be closed, and would be cut off.
  case now
  /// Its last use was on a port to be closed, before the recent days: it would be cut off when it comes back.
  case onReturn
  /// It is refused there already, with all that it has or with what it has left there: closing changes nothing.
  case already
  /// It uses ports that nothing tells, and was not refused at last.
  case perhaps
}
