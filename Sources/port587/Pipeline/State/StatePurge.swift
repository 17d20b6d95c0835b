import Analysis
import Foundation
import StateStore

/// Removes what was counted on some days, and the sessions of these days that never ended.
struct StatePurge {
  /// What was removed.
  struct Removal {
    var days = 0
    var openSessions = 0
  }

  let reader: StateReader

  /// Removes everything outside of a range of days.
  ///
  /// - Parameters:
  ///   - moment: before which runs and notices are removed, in seconds since 1970; nothing for none.
  ///   - campaign: notices of this campaign and of later ones are kept however old they are; nothing for none.
  ///   - always: whether to write also when nothing is to be removed, which gives the room of what was removed earlier back.
  func run(
    keeping kept: ClosedRange<Int64>, runsBefore moment: Int64?, noticesFrom campaign: String? = nil, always: Bool
  ) throws(AuditFault) -> Removal {
    var removal = Removal()
    var streams: [StoredStream] = []
    do throws(StateError) {
      for part in try reader.file.parts() {
        for stream in try reader.file.streams(of: part.id) {
          var open = try reader.sessions(stream)
          let count = open.drop(outside: kept)
          guard count > 0 else { continue }
          removal.openSessions += count
          streams.append(StoredStream(part: stream.part, name: stream.name, open: Data(open.encoded())))
        }
      }
      if !always, streams.isEmpty {
        let isOld = try reader.file.holds(
          before: kept.lowerBound, orRunsBefore: moment ?? .min, noticesFrom: campaign)
        guard isOld else { return removal }
      }
      removal.days = try reader.file.purge(keeping: kept, streams: streams, runsBefore: moment, noticesFrom: campaign)
    } catch {
      throw .state(error)
    }
    return removal
  }
}
