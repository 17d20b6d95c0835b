import LogFormats
import StateStore

/// What the name of a log says of its place among logs that may hold the same lines.
struct LogName: Comparable {
  /// The folder it lies in.
  let folder: Substring
  /// What rotation leaves of the name: `mail.log` of `mail.log.2.gz`, `maillog` of `maillog-20261122`.
  let series: String
  /// The running number of the day in a name of IceWarp's: `00` in `s20261123-00.log` and in `s20261123-00 - Copy.log`.
  let number: Substring
  /// The eight digits of a day in it; empty where there are none.
  let day: Substring
  /// What names of one server of IceWarp's have in common.
  let server: [UInt8]?
  private let isIceWarp: Bool
  /// How gladly it is read in place of another one that holds the same lines: 0 is the first.
  let rank: Int
  private let path: String

  init(_ source: PlannedSource) {
    self.init(
      path: source.path, isIceWarp: source.format.identifier == IceWarpFormat.identifier,
      isOfDay: source.context.dayIsFromName)
  }

  /// The name under which a log is known to a state.
  init(_ source: StoredSource) {
    let isIceWarp = source.format == IceWarpFormat.identifier
    self.init(path: source.path, isIceWarp: isIceWarp, isOfDay: !LogName(path: source.path).day.isEmpty)
  }

  /// - Parameters:
  ///   - isIceWarp: whether it is a log of IceWarp's.
  ///   - isOfDay: whether its name tells its day.
  init(path: String, isIceWarp: Bool = false, isOfDay: Bool = false) {
    self.path = path
    self.isIceWarp = isIceWarp
    let cut = path.lastIndex { $0 == "/" || $0 == "!" }
    folder = cut.map { path[..<$0] } ?? ""
    let name = CompressionSuffix.removed(from: path[(cut.map { path.index(after: $0) } ?? path.startIndex)...])
    var series = UnknownFile.family(String(name))
    for end in ["-#", ".#", "_#"] { series = series.replacing(end, with: "") }
    self.series = series
    number = name.drop { $0 != "-" }.dropFirst().prefix { LogName.isDigit($0) }
    server = isIceWarp ? IceWarpFormat.series(String(name)) : nil
    day = name.split { !LogName.isDigit($0) }.first { $0.count >= 8 }?.suffix(8) ?? ""
    rank =
      isIceWarp
      ? LogName.rank(ofIceWarp: name, isOfDay: isOfDay) : LogName.rank(ofSyslog: series.lowercased())
  }

  /// A log under the name that its server gave it comes before whatever somebody made of it.
  private static func rank(ofIceWarp name: Substring, isOfDay: Bool) -> Int {
    guard isOfDay else { return 2 }
    // s20261123-00.log, m120190913-01.log, s20261123-00A.log
    let stem = name.hasSuffix(".log") ? name.dropLast(4) : name
    let parts = stem.split(separator: "-", omittingEmptySubsequences: false)
    let day = parts[0].drop(while: \.isLetter)
    guard parts.count <= 2, parts[0].utf8.count <= 11, day.utf8.count >= 8, day.allSatisfy(isDigit) else { return 1 }
    return parts.count < 2 || parts[1].drop(while: isDigit).utf8.count <= 2 ? 0 : 1
  }

  private static func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }

  /// Whether it is one of the names under which syslog daemons write mail; several of them may hold the same lines.
  var isOfDaemon: Bool { !isIceWarp && LogName.daemonNames.contains(series) }

  private static let daemonNames: Set<String> = [
    "mail.log", "maillog", "mail", "mail.debug", "mail.info", "mail.notice", "mail.warn", "mail.err", "mail.crit",
    "zimbra.log", "syslog", "syslog.log", "messages", "everything.log", "all.log", "daemon.log", "user.log",
  ]

  /// Whether it is as its server named it.
  var isUsual: Bool { rank == 0 }

  /// The log of mail alone comes before that of everything, and that before those of the graver lines.
  private static func rank(ofSyslog series: String) -> Int {
    if series.hasSuffix(".err") || series.hasSuffix(".crit") { return 6 }
    if series.hasSuffix(".warn") { return 5 }
    if ["mail.log", "maillog", "mail", "postfix.log", "postfix"].contains(series) { return 0 }
    if daemonNames.contains(series), !series.contains("mail") { return 3 }
    guard series.contains("mail") || series.contains("postfix") else { return 4 }
    return series.hasSuffix(".info") || series.hasSuffix(".notice") ? 2 : 1
  }

  /// The one that is rather read comes first.
  static func < (left: LogName, right: LogName) -> Bool {
    if left.rank != right.rank { return left.rank < right.rank }
    let (depth, otherDepth) = (left.folder.utf8.count { $0 == 0x2f }, right.folder.utf8.count { $0 == 0x2f })
    if depth != otherDepth { return depth < otherDepth }
    let (length, otherLength) = (left.series.utf8.count, right.series.utf8.count)
    return length != otherLength ? length < otherLength : left.path < right.path
  }

  static func == (left: LogName, right: LogName) -> Bool { left.path == right.path }
}
