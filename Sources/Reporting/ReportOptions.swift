public import MailModel

/// How an output shall look; none of it changes a number.
public struct ReportOptions: Sendable, Equatable {
  /// The language of HTML and summary; JSON and CSV have none.
  public var language: Language
  /// Width of the terminal in columns.
  public var columns: Int
  /// Whether the summary may use colour.
  public var colour: Bool
  /// The clock of the times that HTML and summary show; JSON and CSV are always UTC.
  public var zone: ZoneRules
  /// From which day on the ports are closed for submission, where that is settled; metrics alone show it.
  public var cutover: CivilDate?
  /// What the run has done about notices, where it had to; metrics alone show it.
  public var notices: NoticeCounts?

  /// Whether the tables stand in files as well, so that the summary can lead there.
  public var writesFiles: Bool

  /// Takes every part; without any, English, 80 columns, no colour, UTC, no files.
  public init(
    language: Language = .english, columns: Int = 80, colour: Bool = false,
    zone: ZoneRules = ZoneRules(fixedOffset: 0),
    cutover: CivilDate? = nil, notices: NoticeCounts? = nil, writesFiles: Bool = false
  ) {
    self.language = language
    self.columns = columns
    self.colour = colour
    self.zone = zone
    self.cutover = cutover
    self.notices = notices
    self.writesFiles = writesFiles
  }
}
