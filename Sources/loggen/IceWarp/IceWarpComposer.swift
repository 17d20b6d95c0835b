import MailModel

/// Thinks up the sessions of an IceWarp log.
struct IceWarpComposer: SessionComposer {
  private let population: Population
  private let options: IceWarpOptions
  private var random: RandomSource
  private var dialogue = IceWarpDialogue()
  private var threads: [UInt64]
  private var started = false
  private var progress = 0
  private(set) var tally: TruthTally

  init(population: Population, options: IceWarpOptions, lanes: Int, seed: UInt64) {
    self.population = population
    self.options = options
    random = RandomSource(seed: seed)
    tally = TruthTally(population: population)
    // A thread of its own for each lane, so that two open sessions never share peer and thread.
    threads = (0..<lanes).map { lane in UInt64(4 * lane + 0x2a0) }
    if options.threadDigits > 8 { threads = threads.map { 0x7f3a_0000_0000 | $0 << 12 } }
  }

  var bytesPerLine: Int { options.bytesPerLine }

  mutating func compose(into script: inout SessionScript, lane: Int, clock: borrowing LogClock) {
    progress = clock.progress
    if !started || random.below(300) == 0 {
      serviceLine(&script)
      started = true
      return
    }
    switch IceWarpStory.draw(&random) {
    case .submission: submission(&script, lane, clock)
    case .delivery: delivery(&script, lane, clock)
    case .outgoing: outgoing(&script, lane, clock)
    case .guessing: guessing(&script, lane)
    case .refusedSender: refusedSender(&script, lane)
    case .senderMismatch: senderMismatch(&script, lane)
    case .refusedStranger: refusedStranger(&script, lane)
    case .relayAttempt: relayAttempt(&script, lane)
    case .unknownRecipient: unknownRecipient(&script, lane)
    case .trustedRelay: trustedRelay(&script, lane, clock)
    case .webMail: webMail(&script, lane, clock)
    case .healthCheck: healthCheck(&script, lane)
    case .loginOnly: loginOnly(&script, lane)
    case .cancelledLogin: cancelledLogin(&script, lane)
    }
  }

  // MARK: The parts of a session

  /// Sets the prefix of every line: the peer in 15 columns, a space, the thread in brackets, a space.
  private func head(_ script: inout SessionScript, peer: [UInt8], lane: Int) {
    script.head.append(contentsOf: peer)
    for _ in 0..<max(1, 16 - peer.count) { script.head.append(32) }
    script.head.append(91)
    script.head.append(hexadecimal: threads[lane], digits: options.threadDigits)
    script.head.append(93)
    script.head.append(32)
  }

  /// Begins a session of a client, and counts it.
  private mutating func connect(_ script: inout SessionScript, _ lane: Int, from address: Int, port: Int) {
    head(&script, peer: population.addresses[address], lane: lane)
    dialogue.connect(&script, port: options.withPort ? port : nil)
    tally.session(from: address)
  }

  private func shown(_ port: Int) -> Int? { options.withPort ? port : nil }

  private mutating func foreign() -> [UInt8] { population.foreign(random.below(24_000)) }

  private mutating func user() -> Int { random.below(population.logins.count) }

  /// A password that a search of any output must not find, plain or in base64.
  private func password(of user: Int) -> [UInt8] {
    var text = Array("segredo-canario-".utf8)
    text.append(decimal: user)
    return text
  }

  /// The login as the user typed it; a few write it with capitals.
  private mutating func typed(_ user: Int) -> [UInt8] {
    let login = population.logins[user]
    guard random.happens(perMille: 20) else { return login }
    return login.map { (97...122).contains($0) ? $0 - 32 : $0 }
  }

  /// EHLO, STARTTLS where the port asks for it or the client likes it, and EHLO again; says whether the rest is encrypted.
  private mutating func introduce(
    _ script: inout SessionScript, name: [UInt8], address: Int, port: Int, tlsPerMille: Int
  ) -> Bool {
    let peer = population.addresses[address]
    let startTLS = port == 587 || port == 25 && random.happens(perMille: tlsPerMille)
    dialogue.hello(&script, name: name, peer: peer, offer: .init(startTLS: port != 465))
    guard startTLS else { return port == 465 }
    dialogue.startTLS(&script)
    dialogue.hello(&script, name: name, peer: peer, offer: .init(startTLS: false))
    return true
  }

  private mutating func logIn(_ script: inout SessionScript, user: Int, encrypted: Bool) {
    let mechanism = LoginMechanism.draw(&random)
    let name = typed(user)
    dialogue.credentials(&script, mechanism: mechanism, name: name, password: password(of: user), random: &random)
    dialogue.verdict(&script, accepted: true)
    if mechanism.sendsPassword && !encrypted { tally.plaintextLogins += 1 }
    tally.login(user: user)
  }

  private mutating func failToLogIn(_ script: inout SessionScript, name: [UInt8]) {
    let mechanism = LoginMechanism.draw(&random)
    dialogue.credentials(
      &script, mechanism: mechanism, name: name, password: Array("segredo-canario-errado".utf8), random: &random)
    dialogue.verdict(&script, accepted: false)
    tally.failedLogins += 1
  }

  private mutating func message(
    _ script: inout SessionScript, from sender: [UInt8], forward: Bool, _ clock: borrowing LogClock
  ) {
    dialogue.mail(&script, from: sender)
    var recipients: [[UInt8]] = []
    for _ in 0..<random.few(upTo: 3) {
      let to = forward ? foreign() : population.logins[user()]
      dialogue.recipient(&script, to: to, forward: forward)
      recipients.append(to)
    }
    dialogue.data(&script, from: sender, to: recipients, clock: clock, random: &random)
  }
}

// MARK: - Sessions with a login

extension IceWarpComposer {
  private mutating func port(ofUser user: Int) -> Int {
    options.moving
      ? PortHabit.port(ofUser: user, progress: progress, random: &random)
      : PortHabit.port(ofUser: user, random: &random)
  }

  private mutating func submission(_ script: inout SessionScript, _ lane: Int, _ clock: borrowing LogClock) {
    let user = user()
    let port = port(ofUser: user)
    let address = population.address(ofUser: user, random: &random)
    connect(&script, lane, from: address, port: port)
    let name = population.computers[user]
    let encrypted = introduce(&script, name: name, address: address, port: port, tlsPerMille: 150)
    if random.happens(perMille: 25) { failToLogIn(&script, name: typed(user)) }
    logIn(&script, user: user, encrypted: encrypted)
    let count = random.few(upTo: 3)
    for number in 0..<count {
      message(&script, from: population.logins[user], forward: random.happens(perMille: 650), clock)
      if number + 1 < count && random.happens(perMille: 100) {
        // RSET takes the login away; the client logs in again within the same session.
        script.line(" <<< RSET")
        script.line(" >>> 250 2.0.0 Reset state")
        logIn(&script, user: user, encrypted: encrypted)
      }
    }
    tally.authenticated(port: port, shown: shown(port), evidence: .logged, messages: count)
    dialogue.disconnect(&script, quit: !random.happens(perMille: 50))
  }

  private mutating func senderMismatch(_ script: inout SessionScript, _ lane: Int) {
    let user = user()
    let port = port(ofUser: user)
    let address = population.address(ofUser: user, random: &random)
    connect(&script, lane, from: address, port: port)
    let encrypted = introduce(&script, name: population.computers[user], address: address, port: port, tlsPerMille: 150)
    logIn(&script, user: user, encrypted: encrypted)
    dialogue.mail(&script, from: population.logins[(user + 1) % population.logins.count], accepted: false)
    script.line(" >>> 501 5.7.1 Permission denied")
    tally.refusal(.senderMismatch)
    tally.authenticated(port: port, shown: shown(port), evidence: .logged, messages: 0)
    dialogue.disconnect(&script)
  }

  private mutating func loginOnly(_ script: inout SessionScript, _ lane: Int) {
    let user = user()
    let port = port(ofUser: user)
    let address = population.address(ofUser: user, random: &random)
    connect(&script, lane, from: address, port: port)
    let encrypted = introduce(&script, name: population.computers[user], address: address, port: port, tlsPerMille: 150)
    logIn(&script, user: user, encrypted: encrypted)
    tally.authenticated(port: port, shown: shown(port), evidence: .logged, messages: 0)
    dialogue.disconnect(&script)
  }
}

// MARK: - Sessions without a login

extension IceWarpComposer {
  private mutating func delivery(_ script: inout SessionScript, _ lane: Int, _ clock: borrowing LogClock) {
    let address = population.address(of: .server, random: &random)
    connect(&script, lane, from: address, port: 25)
    let sender = random.happens(perMille: 40) ? [] : foreign()
    _ = introduce(&script, name: serverName(address), address: address, port: 25, tlsPerMille: 350)
    for _ in 0..<random.few(upTo: 2) { message(&script, from: sender, forward: false, clock) }
    dialogue.disconnect(&script)
  }

  private func serverName(_ address: Int) -> [UInt8] {
    var text = Array("mx".utf8)
    text.append(decimal: address)
    text.append(contentsOf: ".example.net".utf8)
    return text
  }

  private mutating func guessing(_ script: inout SessionScript, _ lane: Int) {
    let address = population.address(of: .guesser, random: &random)
    let port = random.happens(perMille: 700) ? 25 : 587
    connect(&script, lane, from: address, port: port)
    _ = introduce(&script, name: Array("ylmf-pc".utf8), address: address, port: port, tlsPerMille: 0)
    for _ in 0..<random.few(upTo: 4) {
      failToLogIn(
        &script, name: random.happens(perMille: 400) ? population.logins[user()] : Array("admin@example.com".utf8))
    }
    dialogue.disconnect(&script, quit: random.happens(perMille: 300))
  }

  private mutating func refusedSender(_ script: inout SessionScript, _ lane: Int) {
    let user = user()
    let address = population.address(ofUser: user, random: &random)
    let port = random.happens(perMille: 900) ? 25 : 587
    connect(&script, lane, from: address, port: port)
    _ = introduce(&script, name: population.computers[user], address: address, port: port, tlsPerMille: 100)
    let atRecipient = random.happens(perMille: 500)
    dialogue.mail(&script, from: population.logins[user], accepted: atRecipient)
    if atRecipient { dialogue.recipient(&script, to: foreign(), forward: true, accepted: false) }
    script.line(" >>> 501 5.7.1 Permission denied")
    tally.refusedSender(user: user)
    dialogue.disconnect(&script)
  }

  private mutating func refusedStranger(_ script: inout SessionScript, _ lane: Int) {
    let address = population.address(of: .server, random: &random)
    connect(&script, lane, from: address, port: 25)
    _ = introduce(&script, name: serverName(address), address: address, port: 25, tlsPerMille: 300)
    dialogue.mail(&script, from: foreign(), accepted: false)
    script.line(" >>> 501 5.7.1 Permission denied")
    tally.refusal(.other)
    dialogue.disconnect(&script)
  }

  private mutating func relayAttempt(_ script: inout SessionScript, _ lane: Int) {
    let address = population.address(of: .server, random: &random)
    connect(&script, lane, from: address, port: 25)
    _ = introduce(&script, name: serverName(address), address: address, port: 25, tlsPerMille: 100)
    let to = foreign()
    dialogue.mail(&script, from: foreign())
    dialogue.recipient(&script, to: to, forward: false, accepted: false)
    script.put(" >>> 550 5.7.1 <")
    script.put(to)
    script.put(">... we do not relay")
    script.end()
    tally.refusal(.relayDenied)
    dialogue.disconnect(&script)
  }

  private mutating func unknownRecipient(_ script: inout SessionScript, _ lane: Int) {
    let address = population.address(of: .server, random: &random)
    connect(&script, lane, from: address, port: 25)
    _ = introduce(&script, name: serverName(address), address: address, port: 25, tlsPerMille: 300)
    let to = Array("ninguem@example.com".utf8)
    dialogue.mail(&script, from: foreign())
    dialogue.recipient(&script, to: to, forward: false, accepted: false)
    script.put(" >>> 550 5.1.1 <")
    script.put(to)
    script.put(">... User unknown; rejecting")
    script.end()
    tally.refusal(.other)
    dialogue.disconnect(&script)
  }

  private mutating func trustedRelay(_ script: inout SessionScript, _ lane: Int, _ clock: borrowing LogClock) {
    let user = user()
    let address = population.address(of: .device, random: &random)
    connect(&script, lane, from: address, port: 25)
    _ = introduce(&script, name: Array("impressora".utf8), address: address, port: 25, tlsPerMille: 0)
    message(&script, from: population.logins[user], forward: true, clock)
    tally.relayed(user: user)
    dialogue.disconnect(&script)
  }

  private mutating func webMail(_ script: inout SessionScript, _ lane: Int, _ clock: borrowing LogClock) {
    connect(&script, lane, from: population.loopback, port: 25)
    script.line(" <<< HELO localhost")
    script.line(" >>> 250 mail.example.com Hello localhost [127.0.0.1], pleased to meet you.")
    message(&script, from: population.logins[user()], forward: false, clock)
    dialogue.disconnect(&script)
  }

  private mutating func healthCheck(_ script: inout SessionScript, _ lane: Int) {
    connect(
      &script, lane, from: population.address(of: .device, random: &random),
      port: random.happens(perMille: 500) ? 25 : 587)
    dialogue.disconnect(&script, quit: random.happens(perMille: 500))
  }

  private mutating func cancelledLogin(_ script: inout SessionScript, _ lane: Int) {
    let user = user()
    let address = population.address(ofUser: user, random: &random)
    connect(&script, lane, from: address, port: 25)
    _ = introduce(&script, name: population.computers[user], address: address, port: 25, tlsPerMille: 0)
    script.line(" <<< AUTH LOGIN")
    script.line(" >>> 334 VXNlcm5hbWU6")
    script.line(" <<< *")
    script.line(" >>> 501 5.0.0 Authentication canceled")
    dialogue.disconnect(&script)
  }
}

// MARK: - What is no session of a client

extension IceWarpComposer {
  /// The server is the client here: it gets the replies, and a login in it is one at a smart host.
  private mutating func outgoing(_ script: inout SessionScript, _ lane: Int, _ clock: borrowing LogClock) {
    let address = population.address(of: .server, random: &random)
    head(&script, peer: population.addresses[address], lane: lane)
    let name = serverName(address)
    script.line(" Connected")
    script.put(" <<< 220 ")
    script.put(name)
    script.put(" ESMTP")
    script.end()
    script.line(" >>> EHLO mail.example.com")
    script.put(" <<< 250-")
    script.put(name)
    script.end()
    script.line(" <<< 250-PIPELINING")
    script.line(" <<< 250-SIZE 36700160")
    script.line(" <<< 250-8BITMIME")
    script.line(" <<< 250 ENHANCEDSTATUSCODES")
    if random.happens(perMille: 100) {
      script.line(" >>> AUTH LOGIN")
      script.line(" <<< 334 VXNlcm5hbWU6")
      script.put(" >>> ")
      script.put(base64: Array("smarthost@example.com".utf8))
      script.end()
      script.line(" <<< 334 UGFzc3dvcmQ6")
      script.put(" >>> ")
      script.put(base64: Array("segredo-canario-smarthost".utf8))
      script.end()
      script.line(" <<< 235 2.7.0 Authentication successful")
    }
    let sender = population.logins[user()]
    let to = foreign()
    script.put(" >>> MAIL FROM:<")
    script.put(sender)
    script.put(">")
    script.end()
    script.line(" <<< 250 2.1.0 Ok")
    script.put(" >>> RCPT TO:<")
    script.put(to)
    script.put(">")
    script.end()
    if random.happens(perMille: 60) {
      script.line(" <<< 550 5.1.1 User unknown")
    } else {
      script.line(" <<< 250 2.1.5 Ok")
      script.line(" >>> DATA")
      script.line(" <<< 354 End data with <CR><LF>.<CR><LF>")
      script.put(" *** <")
      script.put(sender)
      script.put("> <")
      script.put(to)
      script.put("> 1 ")
      script.put(700 + random.below(90_000))
      script.put(" 00:00:01 OK ")
      script.put(dialogue.identifier(clock))
      script.end()
      script.line(" <<< 250 2.0.0 Ok: queued")
    }
    script.line(" >>> QUIT")
    script.line(" <<< 221 2.0.0 Bye")
    script.line(" Disconnected")
    tally.outgoingSessions += 1
  }

  /// A line of the service itself, which belongs to no session.
  private mutating func serviceLine(_ script: inout SessionScript) {
    script.head.append(contentsOf: "SYSTEM".utf8)
    for _ in 0..<10 { script.head.append(32) }
    script.head.append(91)
    script.head.append(hexadecimal: 0, digits: options.threadDigits)
    script.head.append(93)
    script.head.append(32)
    guard started else { return script.line(" SMTP Service started") }
    script.put(" Forwarded mails older than 20 days from '")
    script.put(population.logins[user()])
    script.put("' to 'arquivo@example.net'")
    script.end()
  }
}
