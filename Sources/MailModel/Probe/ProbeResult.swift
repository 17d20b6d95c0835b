/// What a probe found: the document `port587-probe/1`.
public struct ProbeResult: Codable, Sendable, Equatable {
  /// The form of this version.
  public static let currentSchema = "port587-probe/1"

  /// Names the form.
  public var schema: String
  /// When the probe began.
  public var generatedAt: Timestamp
  /// Every port at every address, in the order in which hosts, addresses and ports were named.
  public var targets: [ProbedTarget]
  /// Whether no blocker failed and a port with STARTTLS could be judged.
  public var ready: Bool
  /// Failed checks of severity blocker, as `P06@mail.example.com:587`, each once.
  public var blockers: [String]

  /// Judges the targets as a whole.
  public init(generatedAt: Timestamp, targets: [ProbedTarget]) {
    schema = ProbeResult.currentSchema
    self.generatedAt = generatedAt
    self.targets = targets
    var seen = Set<String>()
    blockers = targets.flatMap { target in
      target.checks.filter { $0.severity == .blocker && $0.verdict == .fail }.map {
        "\($0.id)@\(target.host):\(target.port)"
      }
    }.filter { seen.insert($0).inserted }
    ready = blockers.isEmpty && targets.contains { $0.mode == .starttls && $0.isJudged }
  }

  /// Whether the probe could not be finished: a server wants to be left alone, or no port with STARTTLS could be asked though one was to be.
  public var isUnfinished: Bool {
    if targets.contains(where: { $0.checks.contains { $0.verdict == .pushedBack } }) { return true }
    let submission = targets.filter { $0.mode == .starttls }
    return !submission.isEmpty && !submission.contains { $0.isJudged || $0.checks.contains { $0.verdict == .fail } }
  }
}

extension ProbedTarget {
  /// Whether a port with STARTTLS was judged: its server came as far as saying what it offers (P06) and, where that is
  /// STARTTLS, behind the handshake (P07), and did not ask to be left alone.
  public var isJudged: Bool {
    guard let offer = checks.first(where: { $0.id == "P06" })?.verdict, offer != .notRun else { return false }
    let isBehindTLS = offer == .fail || !checks.contains { $0.id == "P07" && $0.verdict == .notRun }
    return isBehindTLS && !checks.contains { $0.verdict == .pushedBack }
  }
}
