import Analysis
import Foundation
import MailModel

/// What the last run read, kept so that the report can be printed again.
struct StateReading: Codable {
  var sources: [SourceReport] = []
  var skipped: [SkippedSource] = []
  var duplicates: [String] = []
  /// Pairs of sources that hold lines both; nothing in states of earlier versions.
  var overlaps: [String]?
  /// Sources whose days were counted back from their last change; nothing in states of earlier versions.
  var guessedDays: [String]?
  /// Files of connection records; nothing in states of earlier versions.
  var connections: [SourceReport]?
  /// Sources of this run and those before that hold only summary lines; nothing in states of earlier versions.
  var summaryLevel: [SummaryLevelSource]?

  /// Adds sources that hold only summary lines, each path once.
  mutating func add(_ silent: [SummaryLevelSource]) {
    let paths = Set(silent.map(\.path))
    summaryLevel = (summaryLevel ?? []).filter { !paths.contains($0.path) } + silent
  }

  func encoded() -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    // Values of text and numbers; there is nothing in them that cannot be written.
    return (try? encoder.encode(self)) ?? Data()
  }

  /// Reads what `encoded` wrote; an empty run when there is none.
  static func decoded(_ data: Data) -> StateReading {
    (try? JSONDecoder().decode(StateReading.self, from: data)) ?? StateReading()
  }
}
