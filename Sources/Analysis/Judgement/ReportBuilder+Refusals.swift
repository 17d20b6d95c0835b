import MailModel

/// Who was refused, and why.
extension ReportBuilder {
  private struct RowKey: Hashable {
    var refusalClass: RefusalClass
    var reply: UInt32
  }

  mutating func gatherRefusals() -> [RefusalReport] {
    var rows: [RowKey: RefusalDraft] = [:]
    var charges: [(String, RefusalClass, RefusalKey, RefusalFact)] = []
    let judge = RefusalJudge(policy: input.policy)
    let replies = (0..<tally.replies.count).map { ReplyText(key: Array(tally.replies[UInt32($0)])) }
    for (key, fact) in zip(tally.refusals.keys, tally.refusals.values) {
      let reply = key.reply == StringTable.overflow ? ReplyText(key: []) : replies[Int(key.reply)]
      let login = key.login < LoginKey.nobody ? names[Int(key.login)] : nil
      let sender = key.sender < LoginKey.nobody ? senders[Int(key.sender)] : nil
      let refusalClass = judge.refusalClass(
        RefusalCircumstances(
          code: UInt16(clamping: reply.code), meaning: reply.meaning, isLoggedIn: key.isLoggedIn,
          answersAuth: key.answersAuth, login: login, sender: sender,
          senderIsLocal: sender.map { isLocal($0) } ?? false,
          port: ports[Int(key.claim)].port))
      let row = RowKey(refusalClass: refusalClass, reply: key.reply)
      var draft = rows[row] ?? RefusalDraft(span: fact.span, claim: key.claim)
      draft.count += fact.count
      draft.span.merge(fact.span)
      draft.addresses.insert(key.address)
      let identity = refusalClass == .submissionRequired ? sender : login ?? sender
      if let identity, !identity.isEmpty { draft.identities.insert(identity) }
      rows[row] = draft
      refusalsByAddress[key.address, default: [:]][refusalClass, default: 0] += fact.count
      if let identity { charges.append((identity, refusalClass, key, fact)) }
    }
    // What makes an identity a user comes first, so that the order of the rows is no matter.
    for (identity, refusalClass, key, fact) in charges where refusalClass == .submissionRequired {
      charge(identity, refusalClass, key, fact)
    }
    for (identity, refusalClass, key, fact) in charges where refusalClass != .submissionRequired {
      charge(identity, refusalClass, key, fact)
    }
    return rows.map { row, draft in report(row.refusalClass, row.reply, draft, replies) }.sorted {
      if $0.count != $1.count { return $0.count > $1.count }
      return ($0.refusalClass.rawValue, $0.code, $0.text) < ($1.refusalClass.rawValue, $1.code, $1.text)
    }
  }

  /// Puts a refusal to the account of an identity, when it is one.
  private mutating func charge(_ identity: String, _ refusalClass: RefusalClass, _ key: RefusalKey, _ fact: RefusalFact)
  {
    let isUser = users[identity] != nil
    if refusalClass == .submissionRequired
      ? !isUser && !isLocal(identity) : !isUser || !key.isLoggedIn && !isLocal(identity)
    {
      return
    }
    var user = users[identity] ?? UserDraft(kind: .envelopeSender)
    if refusalClass == .submissionRequired {
      clientAddresses.insert(key.address)
      seenFrom[key.address, default: []].insert(identity)
      let from = address(key.address)
      if !user.clients.keys.contains(where: { $0.address == from }) {
        user.clients[UserDraft.ClientKey(address: from, helo: nil)] = UserDraft.Client()
      }
      user.readiness.lastRefused = max(user.readiness.lastRefused ?? fact.span.lastAt, fact.span.lastAt)
    }
    user.refusals[refusalClass, default: 0] += fact.count
    user.note(
      EvidenceDraft(
        mark: fact.span.lastMark, at: fact.span.lastAt, what: .refusal, port: portKey(key.claim),
        portEvidence: ports[Int(key.claim)].evidence))
    users[identity] = user
  }

  private func report(
    _ refusalClass: RefusalClass, _ reply: UInt32, _ draft: RefusalDraft, _ replies: [ReplyText]
  ) -> RefusalReport {
    let text = reply == StringTable.overflow ? ReplyText(key: []) : replies[Int(reply)]
    var marks = [EvidenceDraft(mark: draft.span.lastMark, at: draft.span.lastAt, what: .refusal)]
    if draft.span.firstMark != draft.span.lastMark {
      marks.append(EvidenceDraft(mark: draft.span.firstMark, at: draft.span.firstAt, what: .refusal))
    }
    return RefusalReport(
      refusalClass: refusalClass, code: text.code, enhancedCode: text.enhancedCode, text: text.text, count: draft.count,
      identities: draft.identities.count, addresses: draft.addresses.count, firstAt: draft.span.firstAt,
      lastAt: draft.span.lastAt, evidence: marks.compactMap { reference($0) })
  }
}
