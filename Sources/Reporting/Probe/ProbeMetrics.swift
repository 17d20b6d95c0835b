public import MailModel

/// A probe's result as OpenMetrics, for node_exporter's textfile collector; valid in the older format of Prometheus too.
public enum ProbeMetrics {
  /// The text in UTF-8.
  public static func render(_ result: ProbeResult) -> [UInt8] {
    let families = [
      family(
        "probe_ready", "Whether no blocker failed and a port with STARTTLS could be judged.",
        [("", result.ready ? 1 : 0)]),
      family(
        "probe_open", "Whether a port answered.",
        result.targets.map { (labels($0), $0.reachability == .open ? 1 : 0) }),
      family(
        "probe_connect_seconds", "How long TCP took.",
        result.targets.compactMap { target in target.connectMilliseconds.map { (labels(target), $0 / 1000) } },
        unit: "seconds"),
      family(
        "probe_certificate_expiry_timestamp_seconds", "The last moment of the certificate, in seconds since 1970.",
        result.targets.compactMap { target in
          target.tls?.certificate.map { (labels(target), Double($0.notAfter.seconds)) }
        }, unit: "seconds"),
      family("probe_checks", "Checks by what they came to.", result.targets.flatMap(counts)),
      family(
        "probe_timestamp_seconds", "When the probe began, in seconds since 1970.",
        [("", Double(result.generatedAt.seconds))], unit: "seconds"),
    ]
    return Array((families.joined() + "# EOF\n").utf8)
  }

  private static func counts(_ target: ProbedTarget) -> [(String, Double)] {
    ProbeVerdict.allCases.map { verdict in
      let count = target.checks.count { $0.verdict == verdict }
      return (labels(target).dropLast() + ",verdict=\"\(verdict.rawValue)\"}", Double(count))
    }
  }

  private static func labels(_ target: ProbedTarget) -> String {
    let host = MetricFamily.escaped(VisibleText.make(target.host))
    return "{host=\"\(host)\",address=\"\(target.address ?? "")\",port=\"\(target.port)\"}"
  }

  private static func family(
    _ name: String, _ help: String, _ samples: [(String, Double)], unit: String? = nil
  ) -> String {
    let full = "port587_" + name
    var text = "# TYPE \(full) gauge\n"
    if let unit { text += "# UNIT \(full) \(unit)\n" }
    text += "# HELP \(full) \(MetricFamily.escaped(help))\n"
    for (labels, value) in samples {
      let isWhole = value == value.rounded() && abs(value) < 1e15
      text += "\(full)\(labels) \(isWhole ? "\(Int64(value))" : "\(value)")\n"
    }
    return text
  }
}
