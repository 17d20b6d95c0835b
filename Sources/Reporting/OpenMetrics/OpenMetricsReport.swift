public import MailModel

/// `port587.prom` for the textfile collector of Prometheus' node_exporter: counts alone, no name and no address of anybody.
///
///     # TYPE port587_users gauge
///     # HELP port587_users Users by how far they have moved.
///     port587_users{readiness="notReady"} 4
///     # EOF
///
/// The text is valid both as OpenMetrics 1.0 and in the older text format of Prometheus, which is what the collector reads. All metrics are gauges:
/// what a state holds can also become less.
public struct OpenMetricsReport: ReportOutput {
  /// The output.
  public init() {}

  /// Always `openmetrics`.
  public let identifier = "openmetrics"
  /// Always `prom`: the collector reads no other name.
  public let fileExtension = "prom"
  /// Only `port587`.
  public let documents = ["port587"]
  /// Whoever may read the metrics need not be allowed to read the report: the file stands elsewhere.
  public let isInFolder = false

  /// Writes the metrics.
  public func write(
    _ document: String, of model: ReportModel, options: ReportOptions, to sink: inout some ByteSink
  ) throws(RenderError) {
    guard documents.contains(document) else { throw .unknownDocument(output: identifier, document: document) }
    let text = MetricFamilies.all(model, options).map(\.text).joined() + "# EOF\n"
    try sink.write(Array(text.utf8))
  }
}
