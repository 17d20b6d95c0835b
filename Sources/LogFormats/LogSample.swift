public import MailModel

/// The head of a file, as detection sees it.
public struct LogSample: Sendable {
  /// The first lines, unpacked and as UTF-8, without line ends; at most 64 KiB (4 MiB for a second look).
  public let lines: [[UInt8]]
  /// The file name without folders and without a compression suffix.
  public let fileName: String
  /// The path as the user sees it.
  public let path: String
  /// The day the file was last changed, in its local zone.
  public let modified: CivilDate

  /// Takes every part.
  public init(lines: [[UInt8]], fileName: String, path: String, modified: CivilDate) {
    self.lines = lines
    self.fileName = fileName
    self.path = path
    self.modified = modified
  }
}
