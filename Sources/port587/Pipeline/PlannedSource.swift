import ByteScanning
import LogFormats
import MailModel

/// A source that was recognised, and how it is to be read.
struct PlannedSource: Sendable {
  /// Where its bytes are.
  enum Origin: Sendable {
    case plain(PlainFile)
    /// A member of a packed file, by its number from 0.
    case packed(path: FilePath, member: Int)
    case standardInput(StandardInputSource)
  }

  var origin: Origin
  var path: String
  var format: any LogFormat.Type
  var formatNumber: Int
  var context: FormatContext
  var compression: String
  var encoding: String
  var pathPort: UInt16
  /// Sources of one stream follow one another: a session can begin in one and end in the next.
  var stream: String
  /// Local time of the first event, for the order within the stream.
  var firstLocal: Int64
  var size: Int64
  var canBeCut: Bool
}
