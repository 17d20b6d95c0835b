/// Refusals that anybody can bring about with somebody else's address.
///
/// On port 25 a stranger's `MAIL FROM:<ana@example.com>` is refused in Ana's name. It says something about her only where it came from an
/// address from which she logs in as well.
extension UserReport {
  /// Addresses from which it has logged in.
  public var loginAddresses: Set<String> { Set(clients.filter { !$0.ports.isEmpty }.map(\.address)) }

  /// Whether it has logged in on ports for submission, and on no others.
  public func usesSubmissionAlone(_ policy: PortPolicy) -> Bool {
    let used = Set(ports.keys).union(clients.flatMap(\.ports.keys))
    return !used.isEmpty && used.allSatisfy { policy.isForSubmission($0) }
  }

  /// The user without `lastRefusedAt`, where it uses ports for submission and was refused at other addresses than its own alone.
  ///
  /// Whoever has not moved yet is refused wherever the device is; there the claim is believed.
  ///
  /// - Parameter refused: addresses that were refused with `submissionRequired`.
  public func leavingOutClaims(_ policy: PortPolicy, refused: Set<String>) -> UserReport {
    guard lastRefusedAt != nil, kind != .envelopeSender, loginAddresses.isDisjoint(with: refused),
      ports.keys.contains(where: { policy.isForSubmission($0) })
    else { return self }
    var user = self
    user.lastRefusedAt = nil
    user.isRefusedLast = nil
    return user
  }
}

extension ReportModel {
  /// Addresses that were refused with `submissionRequired`.
  public var refusedAddresses: Set<String> {
    Set(addresses.filter { $0.refusals[RefusalClass.submissionRequired.rawValue] ?? 0 > 0 }.map(\.address))
  }

  /// The users without refusals that anybody can bring about.
  public var usersWithoutClaims: [UserReport] {
    let refused = refusedAddresses
    return users.map { $0.leavingOutClaims(policy, refused: refused) }
  }
}
