import MailModel

/// Thinks up the sessions of a Postfix log, `Nov 23 16:29:25 mail postfix/smtpd[4156]: connect from unknown[192.0.2.11]`.
struct PostfixComposer: SessionComposer {
  private static let host = " mail "
  private static let ports = [25, 587, 465]

  private let population: Population
  private let labels: Bool
  private var random: RandomSource
  private var processes: ProcessTable
  private var messages: UInt64 = 0
  private(set) var tally: TruthTally
  let bytesPerLine: Int

  init(population: Population, labels: Bool, bytesPerLine: Int, lanes: Int, seed: UInt64) {
    self.population = population
    self.labels = labels
    self.bytesPerLine = bytesPerLine
    random = RandomSource(seed: seed)
    processes = ProcessTable(lanes: lanes, services: PostfixComposer.ports.count)
    tally = TruthTally(population: population)
  }

  mutating func compose(into script: inout SessionScript, lane: Int, clock: borrowing LogClock) {
    switch PostfixStory.draw(&random) {
    case .submission: submission(&script, lane)
    case .delivery: delivery(&script, lane)
    case .guessing: guessing(&script, lane)
    case .refusedSender: refusedSender(&script, lane)
    case .senderMismatch: senderMismatch(&script, lane)
    case .relayAttempt: relayAttempt(&script, lane)
    case .unknownRecipient: unknownRecipient(&script, lane)
    case .healthCheck: healthCheck(&script, lane)
    case .device: device(&script, lane)
    case .loginOnly: loginOnly(&script, lane)
    }
  }

  // MARK: The parts of a session

  private mutating func user() -> Int { random.below(population.logins.count) }

  private mutating func foreign() -> [UInt8] { population.foreign(random.below(24_000)) }

  private func serviceName(_ port: Int) -> String {
    guard labels else { return "smtpd" }
    switch port {
    case 587: return "submission/smtpd"
    case 465: return "smtps/smtpd"
    default: return "smtpd"
    }
  }

  /// Begins a session: the connection, and TLS where it comes first or soon.
  private mutating func connect(
    _ script: inout SessionScript, _ lane: Int, from address: Int, port: Int, tlsPerMille: Int = 1000
  ) -> PostfixConnection {
    let service = Self.ports.firstIndex(of: port) ?? 0
    var tag = Array(Self.host.utf8)
    tag.append(contentsOf: "postfix/".utf8)
    tag.append(contentsOf: serviceName(port).utf8)
    tag.append(91)
    tag.append(decimal: processes.process(lane: lane, service: service))
    tag.append(contentsOf: "]: ".utf8)
    var client = Array("unknown[".utf8)
    client.append(contentsOf: population.addresses[address])
    client.append(93)
    var connection = PostfixConnection(address: address, port: port, tag: tag, client: client)
    tally.session(from: address)
    script.put(tag)
    script.put("connect from ")
    script.put(client)
    script.end()
    let secured = port == 465 || random.happens(perMille: tlsPerMille)
    if secured {
      script.put(tag)
      script.put("Anonymous TLS connection established from ")
      script.put(client)
      script.put(": TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits) key-exchange X25519 server-signature ")
      script.put("RSA-PSS (2048 bits) server-digest SHA256")
      script.end()
    }
    connection.commands.add("ehlo")
    if secured && port != 465 {
      connection.commands.add("ehlo")
      connection.commands.add("starttls")
    }
    return connection
  }

  private func disconnect(_ script: inout SessionScript, _ connection: PostfixConnection, quit: Bool = true) {
    var commands = connection.commands
    if quit {
      commands.add("quit")
    } else {
      script.put(connection.tag)
      script.put("lost connection after AUTH from ")
      script.put(connection.client)
      script.end()
    }
    script.put(connection.tag)
    script.put("disconnect from ")
    script.put(connection.client)
    commands.write(to: &script)
    script.end()
  }

  /// Counts a session with a login; only a label, or TLS before the first command, tells the port.
  private mutating func authenticated(_ connection: PostfixConnection, messages: Int) {
    switch (labels, connection.port) {
    case (true, 25): tally.authenticated(port: 25, shown: 25, evidence: .besideLabelled, messages: messages)
    case (true, let port): tally.authenticated(port: port, shown: port, evidence: .serviceLabel, messages: messages)
    case (false, 465): tally.authenticated(port: 465, shown: 465, evidence: .implicitTLS, messages: messages)
    case (false, let port): tally.authenticated(port: port, shown: nil, evidence: .none, messages: messages)
    }
  }

  /// Eleven hexadecimal digits, another one for each message.
  private mutating func queueID() -> [UInt8] {
    messages += 1
    var text: [UInt8] = []
    text.append(hexadecimal: messages &* 0x5_8b65_2f0d & 0xfff_ffff_ffff, digits: 11)
    return text
  }

  /// A message that is taken, with the lines of cleanup, qmgr and the delivery agent; whether it goes outside.
  @discardableResult
  private mutating func message(
    _ script: inout SessionScript, _ connection: inout PostfixConnection, sender: [UInt8], user: Int?,
    outsidePerMille: Int = 0
  ) -> Bool {
    let id = queueID()
    script.put(connection.tag)
    script.put(id)
    script.put(": client=")
    script.put(connection.client)
    if let user {
      script.put(random.happens(perMille: 500) ? ", sasl_method=PLAIN" : ", sasl_method=LOGIN")
      script.put(", sasl_username=")
      script.put(population.logins[user])
    }
    script.end()
    script.put(Self.host)
    script.put("postfix/cleanup[201]: ")
    script.put(id)
    script.put(": message-id=<")
    script.put(id)
    script.put(".")
    script.put(random.below(1_000_000))
    script.put("@mail.example.com>")
    script.end()
    let recipients = random.few(upTo: 3)
    script.put(Self.host)
    script.put("postfix/qmgr[115]: ")
    script.put(id)
    script.put(": from=<")
    script.put(sender)
    script.put(">, size=")
    script.put(600 + random.below(1 << (9 + random.below(10))))
    script.put(", nrcpt=")
    script.put(recipients)
    script.put(" (queue active)")
    script.end()
    connection.commands.add("mail")
    var goesOutside = false
    for _ in 0..<recipients {
      connection.commands.add("rcpt")
      let isOutside = outsidePerMille > 0 && random.happens(perMille: outsidePerMille)
      delivered(&script, id, outside: isOutside)
      goesOutside = goesOutside || isOutside
    }
    connection.commands.add("data")
    script.put(Self.host)
    script.put("postfix/qmgr[115]: ")
    script.put(id)
    script.put(": removed")
    script.end()
    return goesOutside
  }

  private mutating func delivered(_ script: inout SessionScript, _ id: [UInt8], outside: Bool) {
    script.put(Self.host)
    script.put(outside ? "postfix/smtp[" : "postfix/lmtp[")
    script.put(210 + random.below(40))
    script.put("]: ")
    script.put(id)
    script.put(": to=<")
    script.put(outside ? foreign() : population.logins[user()])
    script.put(
      outside
        ? ">, relay=mx.example.net[203.0.113.2]:25, delay=0."
        : ">, relay=mail.example.com[private/dovecot-lmtp], delay=0.")
    script.put(10 + random.below(90))
    script.put(", delays=0.05/0/0.02/0.1, dsn=2.0.0, status=sent (250 2.0.0 Ok)")
    script.end()
  }

  /// A refusal at RCPT TO: `NOQUEUE: reject: RCPT from …: 554 5.7.1 <…>: Relay access denied; from=<…> to=<…> …`.
  private func refuse(
    _ script: inout SessionScript, _ connection: inout PostfixConnection, reply: String, about: [UInt8], why: String,
    from sender: [UInt8], to recipient: [UInt8], name: [UInt8]
  ) {
    script.put(connection.tag)
    script.put("NOQUEUE: reject: RCPT from ")
    script.put(connection.client)
    script.put(": ")
    script.put(reply)
    script.put(" <")
    script.put(about)
    script.put(">: ")
    script.put(why)
    script.put("; from=<")
    script.put(sender)
    script.put("> to=<")
    script.put(recipient)
    script.put("> proto=ESMTP helo=<")
    script.put(name)
    script.put(">")
    script.end()
    connection.commands.add("mail")
    connection.commands.add("rcpt", accepted: false)
  }

  private mutating func failToLogIn(
    _ script: inout SessionScript, _ connection: inout PostfixConnection, name: [UInt8]
  ) {
    let plain = random.happens(perMille: 400)
    if plain {
      script.put(connection.tag)
      script.line("warning: SASL authentication failure: Password verification failed")
    }
    script.put(connection.tag)
    script.put("warning: ")
    script.put(connection.client)
    script.put(plain ? ": SASL PLAIN" : ": SASL LOGIN")
    script.put(" authentication failed: authentication failure, sasl_username=")
    script.put(name)
    script.end()
    connection.commands.add("auth", accepted: false)
    tally.failedLogins += 1
  }
}

// MARK: - What happens

extension PostfixComposer {
  private mutating func submission(_ script: inout SessionScript, _ lane: Int) {
    let user = user()
    let port = PortHabit.port(ofUser: user, random: &random)
    let address = population.address(ofUser: user, random: &random)
    var connection = connect(&script, lane, from: address, port: port, tlsPerMille: port == 25 ? 200 : 1000)
    if random.happens(perMille: 20) { failToLogIn(&script, &connection, name: population.logins[user]) }
    connection.commands.add("auth")
    let count = random.few(upTo: 3)
    for _ in 0..<count {
      message(&script, &connection, sender: population.logins[user], user: user, outsidePerMille: 650)
    }
    tally.login(user: user)
    authenticated(connection, messages: count)
    disconnect(&script, connection)
  }

  private mutating func delivery(_ script: inout SessionScript, _ lane: Int) {
    var connection = connect(
      &script, lane, from: population.address(of: .server, random: &random), port: 25, tlsPerMille: 700)
    for _ in 0..<random.few(upTo: 2) {
      message(&script, &connection, sender: random.happens(perMille: 40) ? [] : foreign(), user: nil)
    }
    disconnect(&script, connection)
  }

  private mutating func guessing(_ script: inout SessionScript, _ lane: Int) {
    let port = random.happens(perMille: 700) ? 25 : 587
    var connection = connect(
      &script, lane, from: population.address(of: .guesser, random: &random), port: port, tlsPerMille: 100)
    for _ in 0..<random.few(upTo: 4) {
      let name = random.happens(perMille: 400) ? population.logins[user()] : Array("admin@example.com".utf8)
      failToLogIn(&script, &connection, name: name)
    }
    disconnect(&script, connection, quit: random.happens(perMille: 300))
  }

  private mutating func refusedSender(_ script: inout SessionScript, _ lane: Int) {
    let user = user()
    // Without a label the same line may come from any list of unwanted clients, so that it would prove nothing.
    guard labels else { return healthCheck(&script, lane) }
    var connection = connect(&script, lane, from: population.address(ofUser: user, random: &random), port: 587)
    refuse(
      &script, &connection, reply: "554 5.7.1", about: connection.client, why: "Client host rejected: Access denied",
      from: population.logins[user], to: foreign(), name: population.computers[user])
    tally.refusedSender(user: user)
    disconnect(&script, connection)
  }

  private mutating func senderMismatch(_ script: inout SessionScript, _ lane: Int) {
    let user = user()
    let other = population.logins[(user + 1) % population.logins.count]
    let port = PortHabit.port(ofUser: user, random: &random)
    var connection = connect(&script, lane, from: population.address(ofUser: user, random: &random), port: port)
    connection.commands.add("auth")
    // One message goes through first, so that the log names the login.
    message(&script, &connection, sender: population.logins[user], user: user, outsidePerMille: 650)
    refuse(
      &script, &connection, reply: "553 5.7.1", about: other,
      why: "Sender address rejected: not owned by user " + String(decoding: population.logins[user], as: UTF8.self),
      from: other, to: foreign(), name: population.computers[user])
    tally.login(user: user)
    tally.refusal(.senderMismatch)
    authenticated(connection, messages: 1)
    disconnect(&script, connection)
  }

  private mutating func relayAttempt(_ script: inout SessionScript, _ lane: Int) {
    var connection = connect(
      &script, lane, from: population.address(of: .server, random: &random), port: 25, tlsPerMille: 100)
    let to = foreign()
    refuse(
      &script, &connection, reply: "554 5.7.1", about: to, why: "Relay access denied", from: foreign(), to: to,
      name: Array("relay.example.net".utf8))
    tally.refusal(.relayDenied)
    disconnect(&script, connection)
  }

  private mutating func unknownRecipient(_ script: inout SessionScript, _ lane: Int) {
    var connection = connect(
      &script, lane, from: population.address(of: .server, random: &random), port: 25, tlsPerMille: 700)
    let to = Array("ninguem@example.com".utf8)
    refuse(
      &script, &connection, reply: "550 5.1.1", about: to,
      why: "Recipient address rejected: User unknown in virtual mailbox table", from: foreign(), to: to,
      name: Array("mx.example.net".utf8))
    tally.refusal(.other)
    disconnect(&script, connection)
  }

  private mutating func device(_ script: inout SessionScript, _ lane: Int) {
    let user = user()
    var connection = connect(
      &script, lane, from: population.address(of: .device, random: &random), port: 25, tlsPerMille: 0)
    if message(&script, &connection, sender: population.logins[user], user: nil, outsidePerMille: 500) {
      tally.relayed(user: user)
    }
    disconnect(&script, connection)
  }

  private mutating func healthCheck(_ script: inout SessionScript, _ lane: Int) {
    let port = random.happens(perMille: 500) ? 25 : 587
    let connection = connect(
      &script, lane, from: population.address(of: .device, random: &random), port: port, tlsPerMille: 0)
    disconnect(&script, connection)
  }

  /// Postfix names the user only where a message began; this session has a login and no name.
  private mutating func loginOnly(_ script: inout SessionScript, _ lane: Int) {
    let user = user()
    let port = PortHabit.port(ofUser: user, random: &random)
    var connection = connect(&script, lane, from: population.address(ofUser: user, random: &random), port: port)
    connection.commands.add("auth")
    authenticated(connection, messages: 0)
    disconnect(&script, connection)
  }
}
