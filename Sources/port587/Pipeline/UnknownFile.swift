import ByteScanning
import LogFormats

/// A file whose head no format knows, kept until its siblings are known.
struct UnknownFile: Sendable {
  var sample: LogSample
  var origin: PlannedSource.Origin
  var compression: String
  var encoding: String
  var size: Int64
  var isCuttable: Bool
  var print: ContentPrint
  var status: FileStatus?
  /// Why each format said no.
  var reasons: [String]

  /// What a rotation leaves of a path: digits stand for any digits, a compression suffix for none.
  static func family(_ path: String) -> String {
    var family = ""
    for character in CompressionSuffix.removed(from: path) {
      if !character.isNumber {
        family.append(character)
      } else if family.last != "#" {
        family.append("#")
      }
    }
    return family
  }
}
