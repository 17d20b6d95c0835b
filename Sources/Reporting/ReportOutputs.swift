/// The outputs that the program knows; each is a folder beside this file.
public enum ReportOutputs {
  /// Every output.
  public static let all: [any ReportOutput] = [
    HTMLReport(), JSONReport(), CSVReport(), TerminalSummary(), OpenMetricsReport(),
  ]

  /// The outputs whose documents are files of `--output DIR`.
  public static var files: [any ReportOutput] { all.filter { $0.isInFolder } }
}
