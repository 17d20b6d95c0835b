import MailModel

/// The circumstances of refusals, by which all parts of the report judge them.
extension ReportBuilder {
  /// The class of a refusal.
  func refusalClass(of key: RefusalKey) -> RefusalClass {
    RefusalJudge(policy: input.policy).refusalClass(circumstances(of: key))
  }

  private func circumstances(of key: RefusalKey) -> RefusalCircumstances {
    // Replies that are counted together have no text: code 0, and no meaning.
    let reply = key.reply == StringTable.overflow ? ReportBuilder.noReply : judgedReplies[Int(key.reply)]
    let port = ports[Int(key.claim)].port
    let hasSender = key.sender < LoginKey.nobody
    return RefusalCircumstances(
      code: reply.code, meaning: reply.meaning, isLoggedIn: key.isLoggedIn, answersAuth: key.answersAuth,
      login: key.login < LoginKey.nobody ? names[Int(key.login)] : nil,
      sender: hasSender ? senders[Int(key.sender)] : nil,
      senderIsLocal: hasSender && isLocalIdentity[Int(identityOfSender[Int(key.sender)])],
      senderIsKnownThere: hasSender && isKnown(identityOfSender[Int(key.sender)], at: key.address), port: port,
      isSignature: RefusalSignatures.isHeard(on: port, reply.signedPorts))
  }

  private static let noReply = JudgedReply(ReplyText(key: []), RefusalSignatures([]))

  /// Which senders of refusals have logged in, or relayed, from where they were refused; to be asked before the counters are let go.
  func placesOfRefusedSenders() -> Set<UInt64> {
    var asked: Set<UInt64> = []
    var found: Set<UInt64> = []
    for (key, _) in tally.refusals.pairs where isClaim(key) {
      let identity = identityOfSender[Int(key.sender)]
      let place = placeKey(identity, key.address)
      guard asked.insert(place).inserted, let address = tally.address(key.address) else { continue }
      if input.earlierLogins.contains(LoginPlaces.word(identities.texts[Int(identity)]), address) {
        found.insert(place)
      }
    }
    guard asked.count > found.count else { return found }
    for (key, _) in tally.logins.pairs where key.identity < LoginKey.nobody {
      let identity = key.isSender ? identityOfSender[Int(key.identity)] : identityOfName[Int(key.identity)]
      let place = placeKey(identity, key.address)
      if asked.contains(place) { found.insert(place) }
    }
    for (key, _) in tally.relays.pairs where key.sender < LoginKey.nobody {
      let place = placeKey(identityOfSender[Int(key.sender)], key.address)
      if asked.contains(place) { found.insert(place) }
    }
    return found
  }

  /// Whether a refusal says something of the identity, of which other things are known: a stranger can claim any sender.
  func isBelieved(_ key: RefusalKey, of identity: Int32) -> Bool {
    guard isClaim(key) else { return true }
    return isKnown(identity, at: key.address) || tally.address(key.address).map { input.isInside($0) } ?? false
  }

  /// Whether nothing but MAIL FROM says whose refusal it is.
  private func isClaim(_ key: RefusalKey) -> Bool {
    !key.isLoggedIn && !key.answersAuth && key.sender < LoginKey.nobody && key.address != StringTable.overflow
      && !isNameless(identityOfSender[Int(key.sender)])
  }

  /// Whether it takes a login from the same address to tell a user from somebody who claims to be one.
  func isDoubtful(_ key: RefusalKey) -> Bool {
    isClaim(key) && RefusalJudge(policy: input.policy).isDecidedByPlace(circumstances(of: key))
  }

  private func isKnown(_ identity: Int32, at address: UInt32) -> Bool {
    knownPlaces.contains(placeKey(identity, address))
  }

  private func placeKey(_ identity: Int32, _ address: UInt32) -> UInt64 {
    UInt64(UInt32(bitPattern: identity)) << 32 | UInt64(address)
  }
}
