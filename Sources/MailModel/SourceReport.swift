/// One log file and what became of each of its lines: .
public struct SourceReport: Codable, Sendable, Equatable {
  /// Its path as given or found; a member of an archive follows after `!`.
  public var path: String
  /// Identifier of the log format, or `empty`.
  public var format: String
  /// `none`, `gzip`, `bzip2`, `xz`, `zstd`, `zip`, `tar`, ….
  public var compression: String
  /// `utf-8` (or any ASCII superset), `utf-16le`, `utf-16be`.
  public var encoding: String
  /// Bytes read, unpacked.
  public var bytes: Int
  /// Lines read, unpacked.
  public var lines: Int
  /// Lines that said something the report needs.
  public var events: Int
  /// Lines that were understood and are not needed.
  public var ignored: Int
  /// Lines whose form is not known.
  public var unrecognised: Int
  /// Lines whose form is known and whose content is broken.
  public var malformed: Int
  /// Time of the first line with a time.
  public var from: Timestamp?
  /// Time of the last line with a time.
  public var to: Timestamp?
  /// Whether it was read to its end.
  public var complete: Bool
  /// Why it was not read to its end.
  public var fault: String?
  /// A few lines that were not understood, secrets masked.
  public var samples: [LineSample]

  /// Takes every part.
  public init(
    path: String, format: String, compression: String = "none", encoding: String = "utf-8", bytes: Int = 0,
    lines: Int = 0, events: Int = 0, ignored: Int = 0, unrecognised: Int = 0, malformed: Int = 0,
    from: Timestamp? = nil, to: Timestamp? = nil, complete: Bool = true, fault: String? = nil,
    samples: [LineSample] = []
  ) {
    self.path = path
    self.format = format
    self.compression = compression
    self.encoding = encoding
    self.bytes = bytes
    self.lines = lines
    self.events = events
    self.ignored = ignored
    self.unrecognised = unrecognised
    self.malformed = malformed
    self.from = from
    self.to = to
    self.complete = complete
    self.fault = fault
    self.samples = samples
  }
}
