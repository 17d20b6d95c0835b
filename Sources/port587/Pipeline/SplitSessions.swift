import LogFormats
import MailModel

/// Counts sessions of which some lines stand in another source and others do not.
///
/// Where one log goes on in another file these are the few that run at that moment. Where somebody picked lines out of a log
/// they are nearly all: what is left of such a log is not worth reading.
struct SplitSessions {
  private var last: [SessionKey: Bool] = [:]
  private var sessions = 0
  private var splits = 0
  /// So many may run at the border of two files.
  private static let atBorder = 8
  private static let most = 1 << 15

  /// Whether nearly all sessions stand in one of both sources.
  var areFew: Bool { splits <= SplitSessions.atBorder || splits * 20 <= sessions }

  /// Takes the next line with an event.
  mutating func note(_ key: SessionKey, isBegin: Bool, isRepeated: Bool) {
    if key == .none { return }
    if isBegin {
      sessions += 1
      if last.count >= SplitSessions.most { last.removeAll(keepingCapacity: true) }
    } else if let before = last[key], before != isRepeated {
      splits += 1
    }
    last[key] = isRepeated
  }
}
