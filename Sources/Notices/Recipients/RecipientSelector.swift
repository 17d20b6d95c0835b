public import MailModel

/// Decides who in a report is told.
public struct RecipientSelector: Sendable {
  private let rules: RecipientRules
  /// Mailboxes that are on the opt-out list under one of their names.
  private let optedOut: Set<String>

  /// Takes the rules.
  public init(rules: RecipientRules) {
    self.rules = rules
    optedOut = Set(rules.optOut.entries.compactMap { rules.accounts?.mailboxOfAddress[$0] })
  }

  /// Goes through every user of the report.
  public func select(_ model: ReportModel) -> RecipientSelection {
    let submission = Set((model.policy.submissionPorts + model.policy.submissionsPorts).map { String($0) })
    var kinds: [String: AddressKind] = [:]
    for address in model.addresses { kinds[address.address] = address.kind }
    var selection = RecipientSelection(recipients: [], exclusions: [])
    var positions: [String: Int] = [:]
    for user in model.usersWithoutClaims {
      let mailbox = rules.accounts?.mailboxOfAddress[user.identity.lowercased()]
      let address = NoticeAddress(mailbox ?? user.identity)
      // Whose refusals are all claims was refused nowhere, as far as is known.
      let isClaimed =
        [.moving, .blocked].contains(user.readiness) && user.kind != .envelopeSender && user.lastRefusedAt == nil
        && user.usesSubmissionAlone(model.policy)
      let devices = devices(user, submission, isClaimed)
      if let reason = reason(user, address, mailbox, devices, kinds, isClaimed) {
        selection.exclusions.append(
          Exclusion(
            identity: user.identity, address: address, readiness: user.readiness, reason: reason, devices: devices,
            isClaim: user.kind == .envelopeSender))
        continue
      }
      guard let address else { continue }
      let key = address.text.lowercased()
      if let position = positions[key] {
        let other = selection.recipients[position].identity
        selection.recipients[position].devices = Self.left(selection.recipients[position].devices + devices)
        if isRefused(user, model.policy) { selection.recipients[position].isRefused = true }
        if lacksLogin(user, model.policy) { selection.recipients[position].lacksLogin = true }
        let uses = [selection.recipients[position].lastUse, user.lastOldUse(model.policy)]
        selection.recipients[position].lastUse = uses.compactMap { $0 }.max()
        selection.exclusions.append(
          Exclusion(
            identity: user.identity, address: address, readiness: user.readiness, reason: .sameMailbox(as: other),
            devices: devices))
        continue
      }
      positions[key] = selection.recipients.count
      let left = Self.left(devices)
      selection.recipients.append(
        Recipient(
          identity: user.identity, address: address, language: rules.languages.language(of: address.text),
          readiness: user.readiness, devices: left, guess: left.first { $0.guess != .unknown }?.guess ?? .unknown,
          lastUse: user.lastOldUse(model.policy), isRefused: isRefused(user, model.policy),
          lacksLogin: lacksLogin(user, model.policy)))
    }
    return selection
  }

  private func reason(
    _ user: UserReport, _ address: NoticeAddress?, _ mailbox: String?, _ devices: [SeenDevice],
    _ kinds: [String: AddressKind], _ isClaimed: Bool
  ) -> ExclusionReason? {
    guard let address else { return user.readiness == .ready ? .ready : .noAddress }
    guard rules.domains.contains(address.domain) else { return .foreignDomain(address.domain) }
    if rules.optOut.contains(address.text) || rules.optOut.contains(user.identity) { return .optedOut }
    if optedOut.contains(address.text.lowercased()) { return .optedOut }
    if rules.accounts?.impersonal.contains(address.text.lowercased()) == true { return .noPerson }
    // Behind domain and opt-out, which hold for thanks as well.
    if user.readiness == .ready { return .ready }
    if isClaimed, !rules.includesSenders { return .refusedElsewhere }
    switch user.kind {
    case .authenticated: break
    case .authenticatedSender:
      // The sender of an accepted login, whose own name the log hides; an account list can say that there is no such mailbox.
      if rules.accounts != nil, mailbox == nil { return .senderNotInAccounts }
    case .envelopeSender:
      guard rules.includesSenders else { return .senderOnly }
      if mailbox == nil { return .senderNotInAccounts }
      // Spam claims the best known addresses first; whoever has them has nothing to change.
      if user.isClaim == true { return .claimedSender }
    }
    // Whatever the port of earlier logins was: what was tried last, and was not for submission, was refused.
    if user.readiness == .unknown, user.isRefusedLast != true, !rules.includesUnknown { return .unknownPort }
    let seen = user.clients.map { (guess: $0.guess, address: $0.address, kind: kinds[$0.address]) }
    if !seen.isEmpty {
      if seen.allSatisfy({ $0.guess == .webMail || $0.kind == .local || Self.isLoopback($0.address) }) {
        return .loopbackOnly
      }
      if seen.allSatisfy({ $0.kind == .guesser }) { return .guesserOnly }
    }
    if devices.contains(where: { $0.guess == .smartHost }) { return .smartHost }
    if let senders = user.senders, senders >= rules.sendersFrom { return .manySenders(senders) }
    let names = Set(devices.compactMap { $0.name }.filter { !$0.hasPrefix("[") }.map { $0.lowercased() })
    if names.count >= rules.sharedFrom { return .sharedLogin(devices: names.count) }
    return nil
  }

  /// The devices that have something to change, most logins first: those on other than submission ports, or all of somebody who is blocked.
  private func devices(_ user: UserReport, _ submission: Set<String>, _ isClaimed: Bool) -> [SeenDevice] {
    let all = user.clients.map { client in
      SeenDevice(
        address: client.address, name: client.helo, guess: client.guess, lastAt: client.lastOldUseAt ?? client.lastAt,
        logins: client.ports.reduce(0) { sum, port in
          // A report handed in may say anything.
          let (more, isTooMany) = sum.addingReportingOverflow(submission.contains(port.key) ? 0 : port.value)
          return isTooMany ? .max : more
        }, hasMoved: Self.hasMoved(client), isUncertain: Self.isUncertain(client, submission))
    }.filter { $0.guess != .webMail && !Self.isLoopback($0.address) }
    // One that never logged in stands here because it was refused; where somebody logs in elsewhere, it may be a stranger.
    let own = user.loginAddresses
    let silent = Set(
      user.clients.filter { $0.ports.isEmpty && (own.isEmpty || isClaimed || own.contains($0.address)) }
        .map { $0.address + " " + ($0.helo ?? "") })
    let old = all.filter { $0.logins > 0 || silent.contains($0.address + " " + ($0.name ?? "")) }
    let chosen = old.isEmpty && user.readiness != .moving ? all : old
    return chosen.sorted {
      ($1.logins, $0.address, $0.name ?? "") < ($0.logins, $1.address, $1.name ?? "")
    }
  }

  /// What is left to do: devices that have moved are left out, unless they are all there is.
  private static func left(_ devices: [SeenDevice]) -> [SeenDevice] {
    let left = devices.filter { !$0.hasMoved }
    return left.isEmpty ? devices : left
  }

  /// Whether a device used ports for submission after all others.
  ///
  /// Several may share an address and say no name of their own: `[192.168.1.5]`, `[127.0.0.1]`, or what every iPhone says.
  private static func hasMoved(_ client: ClientReport) -> Bool {
    guard let old = client.lastOldUseAt, let last = client.lastAt, old < last, let name = client.helo else {
      return false
    }
    return !name.hasPrefix("[") && client.guess != .appleMail
  }

  /// Whether messages are refused by now; after a switch that was taken back, or a bypass, they are taken again.
  private func isRefused(_ user: UserReport, _ policy: PortPolicy) -> Bool {
    if user.readiness == .blocked { return true }
    guard let refused = user.lastRefusedAt else { return false }
    let old = user.ports.filter { !(Int($0.key).map { policy.isSubmission($0) } ?? false) }
    return old.values.allSatisfy { $0.lastAt <= refused }
  }

  /// Whether the last refusal was heard on a port for submission, where nothing is missing but the login.
  private func lacksLogin(_ user: UserReport, _ policy: PortPolicy) -> Bool {
    guard isRefused(user, policy), user.refusals.filter({ $0.value > 0 }).keys.elementsEqual(["submissionRequired"]),
      let port = user.evidence.first(where: { $0.what == .refusal })?.port
    else { return false }
    return Int(port).map { policy.isSubmission($0) } ?? false
  }

  /// Whether none of its logins is known to be on a port to be closed, while the port of some is not known.
  private static func isUncertain(_ client: ClientReport, _ submission: Set<String>) -> Bool {
    client.ports["unknown"] != nil && client.ports.keys.allSatisfy { $0 == "unknown" || submission.contains($0) }
  }

  private static func isLoopback(_ address: String) -> Bool { address.hasPrefix("127.") || address == "::1" }
}
