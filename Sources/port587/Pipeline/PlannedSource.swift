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
  /// Where its last line before the midnight begins that ends the day in its name, if it goes on behind that.
  var lastBeforeMidnight: Int64?
  /// What its text begins with.
  var print = ContentPrint(lineEnds: [])
  /// The first line with an event, to be known again in a copy with other line ends.
  var beginning: UInt64?
  /// The hosts that wrote its first lines.
  var hosts: Set<UInt64> = []
  /// Whether nothing tells its days but the time of its last change.
  var hasGuessedDays = false
  /// Whether nothing but a name that no server gave it tells its day: perhaps the one on which somebody saved it.
  var isDayOfNameAlone = false
  /// Whether its lines are counted where another source holds them too: they are passed over.
  var isPassedOver = false
  /// Which of its lines are counted where another source holds them too; it is read in one piece then.
  var passages: LinePassages? {
    didSet { if passages != nil { canBeCut = false } }
  }
  /// The file it is in, as it was when it was found.
  var status: FileStatus?
  /// Where reading begins: bytes of the text before it were read by an earlier run.
  var start: Int64 = 0
  /// Where reading stops, when that is not the end of the file.
  var end: Int64?
  /// Whether its last bytes are to be known again.
  var remembersTail = false
  /// What becomes of a last line without its end, where the source is read once from front to back.
  var halfLine = HalfLineRule.given
  /// The number by which evidence names it, when a state gives one; else its place among the sources.
  var evidenceNumber: UInt32?
}
