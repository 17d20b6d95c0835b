/// Whether somebody has followed a notice.
extension UserReport {
  /// For how long after a notice a use of an old port is no sign that nothing was changed, in seconds: two days.
  public static let graceAfterNotice: Int64 = 2 * 86_400

  /// The days by which it is judged whether somebody has moved, in seconds: the 14 that notices and trend look at.
  static let recentSeconds: Int64 = 14 * 86_400

  /// When it last used a port that is none for submission, or one that is not known, or was refused there.
  public func lastOldUse(_ policy: PortPolicy) -> Timestamp? {
    let uses = ports.filter { !policy.isForSubmission($0.key) }.map(\.value.lastAt)
    return (uses + [lastRefusedAt].compactMap { $0 }).max()
  }

  /// Whether it uses a port for submission since a notice, and nothing else since the days that it was given.
  ///
  /// A report over many days shows whoever has moved as `moving`, since it holds the days before as well.
  ///
  /// - Parameter end: until when the logs go.
  public func hasMoved(since told: Timestamp, _ policy: PortPolicy, until end: Timestamp) -> Bool {
    if readiness == .ready { return true }
    let grace = Timestamp(seconds: told.seconds + UserReport.graceAfterNotice)
    guard end >= grace, lastOldUse(policy).map({ $0 <= grace }) ?? true else { return false }
    return ports.contains { policy.isForSubmission($0.key) && $0.value.lastAt > told }
  }

  /// What has become of somebody who was told: moved, still there, or, with nothing, not seen.
  ///
  /// A report over many days and one over the last 14 say the same: what was before them counts as little as for whoever is told or
  /// thanked.
  func isMoved(since told: Timestamp, _ policy: PortPolicy, until end: Timestamp) -> Bool? {
    if hasMoved(since: told, policy, until: end) { return true }
    let recent = Timestamp(seconds: end.seconds - UserReport.recentSeconds)
    guard let last = (ports.values.map(\.lastAt) + [lastRefusedAt].compactMap { $0 }).max(), last > recent else {
      return nil
    }
    // What was used on these days is a port for submission then.
    return lastOldUse(policy).map { $0 <= recent } ?? true
  }
}

extension ReportModel {
  /// The users as the last 14 days of the report show them, where these are enough to say that somebody has moved.
  ///
  /// In a report over many days whoever has moved is `moving` for as long as it reaches back.
  public var withoutOldMoves: ReportModel {
    guard let end = knownUntil else { return self }
    let recent = Timestamp(seconds: end.seconds - UserReport.recentSeconds)
    var model = self
    for i in model.users.indices where model.users[i].readiness == .moving {
      let user = model.users[i]
      guard user.lastOldUse(policy).map({ $0 <= recent }) ?? false,
        user.ports.contains(where: { policy.isForSubmission($0.key) && $0.value.lastAt > recent })
      else { continue }
      model.users[i].readiness = .ready
    }
    return model
  }
}

extension PortPolicy {
  /// Whether a port, as reports name it, is one for submission.
  func isForSubmission(_ port: String) -> Bool {
    Int(port).map { submissionPorts.contains($0) || submissionsPorts.contains($0) } ?? false
  }
}
