import MailModel

/// Who was refused, and why.
extension ReportBuilder {
  /// A class, by its number, and a reply in one word: a class itself is hashed as text.
  private struct RowKey: Hashable {
    private static let classes = RefusalClass.allCases
    private let word: UInt64
    var refusalClass: RefusalClass { RowKey.classes[Int(word >> 32)] }
    var reply: UInt32 { UInt32(truncatingIfNeeded: word) }

    init(_ refusalClass: RefusalClass, _ reply: UInt32) {
      word = UInt64(RowKey.classes.firstIndex(of: refusalClass) ?? 0) << 32 | UInt64(reply)
    }
  }

  mutating func gatherRefusals() -> [RefusalReport] {
    var rows: [RowKey: Int] = [:]
    var drafts: [RefusalDraft] = []
    var classes: [RefusalClass] = []
    // Replies that look alike in the report are one row; the first of them stands for all.
    var firstByText: [String: UInt32] = [:]
    let canonical = replies.enumerated().map { number, reply -> UInt32 in
      let shown = "\(reply.code) \(reply.enhancedCode ?? "") \(reply.text)"
      if let known = firstByText[shown] { return known }
      firstByText[shown] = UInt32(number)
      return UInt32(number)
    }
    var identities = DistinctMembers()
    var addresses = DistinctMembers()
    for (key, fact) in tally.refusals.pairs {
      let refusalClass = refusalClass(of: key)
      classes.append(refusalClass)
      if refusalClass != .submissionRequired, isDoubtful(key), isLocalIdentity[Int(identityOfSender[Int(key.sender)])] {
        claimedSenders.refusals += fact.count
        claimedSenders.identities.insert(identityOfSender[Int(key.sender)])
      }
      let row = RowKey(
        refusalClass, key.reply == StringTable.overflow ? key.reply : canonical[Int(key.reply)])
      let number = rows[row] ?? drafts.count
      if number == drafts.count {
        rows[row] = number
        drafts.append(RefusalDraft(span: fact.span))
      }
      drafts[number].count += fact.count
      drafts[number].span.merge(fact.span)
      addresses.add(key.address, to: number)
      noteHELO(key.helo, at: key.address)
      noteAddress(key.address, .refusal, fact.span, key.claim)
      if let identity = identity(refusalClass, key), !isNameless(identity) {
        identities.add(UInt32(identity), to: number)
      }
      refusalsByAddress.append((key.address, refusalClass, fact.count))
    }
    // What makes an identity a user comes first, so that the order of the rows is no matter.
    for isFirst in [true, false] {
      for (i, refusalClass) in classes.enumerated() where (refusalClass == .submissionRequired) == isFirst {
        let key = tally.refusals.entries[i].key
        if let identity = identity(refusalClass, key) {
          charge(identity, refusalClass, key, tally.refusals.entries[i].value)
        }
      }
    }
    tally.dropRefusals()
    let identitiesOfRow = identities.counts(groups: drafts.count)
    let addressesOfRow = addresses.counts(groups: drafts.count)
    return rows.map { row, number in
      var report = report(row.refusalClass, row.reply, drafts[number])
      report.identities = identitiesOfRow[number]
      report.addresses = addressesOfRow[number]
      return report
    }.sorted {
      if $0.count != $1.count { return $0.count > $1.count }
      return ($0.refusalClass.rawValue, $0.code, $0.text) < ($1.refusalClass.rawValue, $1.code, $1.text)
    }
  }

  /// Whom a refusal concerns: MAIL FROM when the port was wrong, else the login if there was one.
  private func identity(_ refusalClass: RefusalClass, _ key: RefusalKey) -> Int32? {
    let login = key.login < LoginKey.nobody ? identityOfName[Int(key.login)] : nil
    let sender = key.sender < LoginKey.nobody ? identityOfSender[Int(key.sender)] : nil
    // The sender was found to be the login's own address: a short login name stands for it, and is not another person beside it.
    if let login, identities.domain(of: login) == nil { return login }
    return refusalClass == .submissionRequired ? sender : login ?? sender
  }

  /// Puts a refusal to the account of an identity, when it is one.
  private mutating func charge(_ identity: Int32, _ refusalClass: RefusalClass, _ key: RefusalKey, _ fact: RefusalFact)
  {
    let isUser = userOfIdentity[Int(identity)] >= 0
    let wasWrongPort = refusalClass == .submissionRequired
    guard !isNameless(identity), isUser || wasWrongPort else { return }
    guard isLocalIdentity[Int(identity)] || (isUser && (key.isLoggedIn || wasWrongPort)) else { return }
    // A sender that nothing but MAIL FROM names is a stranger's to choose; the refusal stands at its address and in the sums.
    guard wasWrongPort || isBelieved(key, of: identity) else { return }
    let number = user(identity, .envelopeSender)
    if wasWrongPort {
      isClientAddress[place(key.address)] = true
      sightings.append(
        ClientSighting(
          user: Int32(number), address: key.address, helo: key.helo, lastAt: fact.span.lastAt, source: .refusal))
      let last = fact.span.lastAt
      if key.isLoggedIn, ports[Int(key.claim)].port == nil { users[number].tellOff(fact) }
      let hasUse = !users[number].ports.isEmpty || users[number].lastRelayed != nil
      let isBelieved = isBelieved(key, of: identity)
      if hasUse || isBelieved { users[number].isBelieved = true }
      if hasUse, !isBelieved {
        users[number].readiness.lastClaimed = max(users[number].readiness.lastClaimed ?? last, last)
      } else {
        users[number].readiness.lastRefused = max(users[number].readiness.lastRefused ?? last, last)
      }
    }
    users[number].refuse(refusalClass, fact.count)
    users[number].note(
      EvidenceDraft(
        at: fact.span.lastAt, mark: fact.span.lastMark, claim: key.claim, what: .refusal,
        port: ports[Int(key.claim)].port ?? UserDraft.unknownPort))
  }

  private func report(_ refusalClass: RefusalClass, _ reply: UInt32, _ draft: RefusalDraft) -> RefusalReport {
    let text = reply == StringTable.overflow ? ReplyText(key: []) : replies[Int(reply)]
    var marks = [EvidenceDraft(at: draft.span.lastAt, mark: draft.span.lastMark, what: .refusal)]
    if draft.span.firstMark != draft.span.lastMark {
      marks.append(EvidenceDraft(at: draft.span.firstAt, mark: draft.span.firstMark, what: .refusal))
    }
    return RefusalReport(
      refusalClass: refusalClass, code: text.code, enhancedCode: text.enhancedCode, text: text.text, count: draft.count,
      identities: 0, addresses: 0, firstAt: draft.span.firstAt,
      lastAt: draft.span.lastAt, evidence: marks.compactMap { reference($0) })
  }
}
