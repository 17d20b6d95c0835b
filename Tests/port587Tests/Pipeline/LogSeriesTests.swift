import ByteScanning
import MailModel
import Testing

@testable import port587

/// Which log a file is a part of, by its path.
@Suite("Logs by their paths")
struct LogSeriesTests {
  /// A path and what is left of it without dates; nothing where no folder of it is a date.
  typealias Row = (path: String, log: String?)

  /// Files that begin on 16 March 2026 at 05:00.
  static let rows: [Row] = [
    ("/var/log/remote/mail/2026/03/16/mail.log", "/var/log/remote/mail mail.log"),
    ("/var/log/remote/mail/2026/3/16/mail.log.1.gz", "/var/log/remote/mail mail.log"),
    ("/var/log/archive/2026-03-16/mail.log", "/var/log/archive mail.log"),
    ("/var/log/archive/2026.03.16/mail.log-20260317.xz", "/var/log/archive mail.log"),
    ("/var/log/archive/20260316/maillog", "/var/log/archive maillog"),
    ("/var/log/hosts/mx1/2026-03-16/maillog", "/var/log/hosts/mx1 maillog"),
    ("/var/log/hosts/2026-03-16/mx1.log", "/var/log/hosts mx1.log"),
    ("/var/log/2026/mx1/03/16/mail.log", "/var/log/mx1 mail.log"),
    ("/var/log/192.0.2.10/2026/Mar/16/mail.log", "/var/log/192.0.2.10 mail.log"),
    ("/var/log/2026/03-March/mail-16.log", "/var/log mail.log"),
    ("/var/log/2026/03/16.log", "/var/log log"),
    ("/var/log/2026-03/mail-2026-03-16.log", "/var/log mail.log"),
    ("/var/log/202603/mail_20260316.log", "/var/log mail.log"),
    ("/var/log/2026/mail-0316.log", "/var/log mail.log"),
    ("/var/log/2026/mail-03-16.log", "/var/log mail.log"),
    ("/var/log/2026/03-16/mail.log", "/var/log mail.log"),
    ("/var/log/2026/0316/mail.log", "/var/log mail.log"),
    ("/var/log/2026/mail.log.3", "/var/log mail.log"),
    ("/var/log/16-03-2026/mail.log", "/var/log mail.log"),
    ("/var/log/16Mar2026/mail.log", "/var/log mail.log"),
    ("/var/log/2026/03/16/05/mail.log", "/var/log mail.log"),
    ("/var/log/2026-03-16T05/mail.log", "/var/log mail.log"),
    ("/var/log/2026-03-16/05.log", "/var/log log"),
    ("/backup-2026-03-16.tgz!var/log/mail.log", "/backup.tgz/var/log mail.log"),
    ("2026/03/16/mail.log", "/srv/logs mail.log"),
    ("./2026-03-16/mail.log", "/srv/logs mail.log"),
    // Full dates are dates whenever the file begins; numbers are dates only where that is so.
    ("/var/log/2025-12-24/mail.log", "/var/log mail.log"),
    ("/var/log/2025/12/24/mail.log", "/var/log/12/24 mail.log"),
    ("/var/log/2026/03/07/mail.log", "/var/log/07 mail.log"),
    ("/var/log/2026/03/16/11/mail.log", "/var/log/11 mail.log"),
    ("/customers/1999/mail.log", nil),
    ("/customers/20269999/mail.log", nil),
    ("/customers/16/mail.log", nil),
    ("/customers/03/16/mail.log", nil),
    ("/var/log/mx1/mail.log", nil),
    ("/var/log/mail-2026-03-16.log", nil),
    ("/var/log/2001:db8::25/mail.log", nil),
    ("/var/log/10.20.3.16/mail.log", nil),
    ("/a/mail.log", nil),
    ("mail.log", nil),
  ]

  @Test("What is a date in a path", arguments: rows)
  func dates(row: Row) throws {
    let day = try #require(CivilDate(year: 2026, month: 3, day: 16))
    let begin = Int64(day.daysSinceEpoch) * 86_400_000 + 5 * 3_600_000
    let series = LogSeries(path: row.path, begin: begin, in: "/srv/logs")
    #expect((series.isFolderDated ? "\(series.log.folder) \(series.log.name)" : nil) == row.log, "\(row.path)")
  }

  @Test(
    "A day in the name",
    arguments: [
      ("/l/mx1-2026-03-16.log", "mx1.log"), ("/l/2026-03-16-mx1.log", "mx1.log"), ("/l/mail.log-20260316", "mail.log"),
      ("/l/mail.log.2026-03-16.gz", "mail.log"), ("/l/mail.log.1", nil), ("/l/mx1.log", nil), ("/l/mail-16.log", nil),
    ] as [(String, String?)])
  func names(path: String, name: String?) {
    let series = LogSeries(path: path, begin: .max, in: "/")
    #expect((series.isDated ? series.log.name : nil) == name)
    #expect(!series.isFolderDated)
  }
}
