import MailModel

extension SampleReport {
  private static let mailLog = "/var/log/mail.log"
  private static let iceWarpLog = "/opt/icewarp/logs/smtp/s20261123-00.log"

  private static func use(_ sessions: Int, _ messages: Int, _ first: Int, _ last: Int) -> PortUse {
    PortUse(sessions: sessions, messages: messages, firstAt: at(day: first), lastAt: at(day: last, hour: 16))
  }

  private static func client(
    _ address: String, _ helo: String?, _ guess: ClientGuess, _ confidence: Confidence, _ ports: [String: Int]
  ) -> ClientReport {
    ClientReport(
      address: address, helo: helo, guess: guess, confidence: confidence, ports: ports, lastAt: at(day: 13))
  }

  private static func login(_ line: Int, _ port: String, _ known: PortEvidence) -> EvidenceReference {
    EvidenceReference(
      source: known == .none ? iceWarpLog : mailLog, line: line, what: .login, port: port, portEvidence: known)
  }

  private static func refusal(_ line: Int) -> EvidenceReference {
    EvidenceReference(source: mailLog, line: line, what: .refusal, port: "25", portEvidence: .besideLabelled)
  }

  static func officeUsers() -> [UserReport] {
    let special: [UserReport] = [
      UserReport(
        identity: "erp@example.com", kind: .authenticated, readiness: .notReady,
        ports: ["25": use(1_204, 3_871, 0, 13)],
        plaintextLogins: 1_204,
        clients: [client("192.0.2.40", "ERP-SRV.example.com", .application, .medium, ["25": 1_204])],
        evidence: [
          login(118, "25", .besideLabelled), login(77_120, "25", .besideLabelled),
          login(291_004, "25", .besideLabelled),
        ]),
      UserReport(
        identity: "scanner-2andar@example.com", kind: .authenticated, readiness: .notReady,
        ports: ["25": use(88, 88, 0, 13)], plaintextLogins: 88,
        clients: [client("192.0.2.61", "RNP58387911A4B2", .printer, .high, ["25": 88])],
        evidence: [login(2_291, "25", .besideLabelled)]),
      UserReport(
        identity: "ana.souza@example.com", kind: .authenticated, readiness: .moving,
        ports: ["25": use(41, 57, 0, 12), "587": use(96, 131, 6, 13)], refusals: ["submissionRequired": 3],
        failedLogins: 2,
        clients: [
          client("198.51.100.7", "PC-ANA", .windowsDesktop, .medium, ["25": 41]),
          client("2001:db8:40::1c", "smtpclient.apple", .appleMail, .high, ["587": 96]),
        ],
        evidence: [login(412, "25", .besideLabelled), login(9_377, "587", .serviceLabel), refusal(9_381)],
        lastRefusedAt: at(day: 9, hour: 14)),
      UserReport(
        identity: "financeiro@example.com", kind: .envelopeSender, readiness: .blocked,
        refusals: ["submissionRequired": 17, "relayDenied": 2],
        clients: [client("203.0.113.25", nil, .unknown, .low, [:])], evidence: [refusal(50_118), refusal(50_407)],
        lastRefusedAt: at(day: 13, hour: 11)),
      UserReport(
        identity: "vendas@example.org", kind: .authenticatedSender, readiness: .unknown,
        ports: ["unknown": use(41, 63, 2, 13)],
        clients: [client("198.51.100.93", "[127.0.0.1]", .mobileMailProgram, .medium, ["unknown": 41])],
        evidence: [login(8_123, "unknown", .none)]),
    ]
    let names = [
      "bruno.lima", "carla.mendes", "diego.alves", "elisa.rocha", "fabio.nunes", "gabriela.dias", "hugo.martins",
      "isabel.costa", "joao.pereira", "karen.ribeiro", "lucas.ferreira", "marina.gomes", "nelson.barros",
      "olivia.castro", "paulo.teixeira", "renata.moraes", "sergio.pinto", "tania.cardoso", "vitor.araujo",
    ]
    let plain = names.enumerated().map { index, name in
      let moved = index % 4 != 1
      let port = moved ? (index % 5 == 0 ? "465" : "587") : "25"
      let sessions = 12 + index * 7 % 60
      return UserReport(
        identity: "\(name)@example.com", kind: .authenticated, readiness: moved ? .ready : .notReady,
        ports: [port: use(sessions, sessions + index, 0, 13)],
        clients: [
          client(
            "198.51.100.\(100 + index)", "PC-\(name.split(separator: ".")[0].uppercased())", .windowsDesktop, .medium,
            [port: sessions])
        ],
        evidence: [login(1_000 + index * 37, port, moved ? .serviceLabel : .besideLabelled)])
    }
    return special + plain
  }

  static func officeAddresses() -> [AddressReport] {
    let clients = officeUsers().flatMap { user in
      user.clients.map { client in
        let helo = client.helo
        return AddressReport(
          address: client.address, kind: .client, users: [user.identity],
          ports: client.ports.mapValues { PortCount(sessions: $0, messages: $0 * 4 / 3) },
          refusals: user.refusals, sessions: client.ports.values.reduce(2, +), helo: helo, firstAt: at(day: 0),
          lastAt: at(day: 13))
      }
    }
    var others = [
      AddressReport(
        address: "203.0.113.77", kind: .guesser, failedLogins: 4_812, sessions: 4_812, helo: "User",
        firstAt: at(day: 0), lastAt: at(day: 13, hour: 23)),
      AddressReport(
        address: "127.0.0.1", kind: .local, unauthenticatedRelays: 212, sessions: 212, helo: "localhost",
        firstAt: at(day: 0), lastAt: at(day: 13)),
      AddressReport(
        address: "203.0.113.5", kind: .server, sessions: 1_877, helo: "mx.example.net", firstAt: at(day: 0),
        lastAt: at(day: 13)),
    ]
    others[0].evidence = [EvidenceReference(source: mailLog, line: 481_201, what: .failedLogin)]
    others[1].evidence = [
      EvidenceReference(source: mailLog, line: 7_702, what: .relay, port: "25", portEvidence: .besideLabelled)
    ]
    return clients + others
  }

  static func officeRefusals() -> [RefusalReport] {
    [
      RefusalReport(
        refusalClass: .submissionRequired, code: 501, enhancedCode: "5.7.1", text: "Permission denied", count: 20,
        identities: 2, addresses: 2, firstAt: at(day: 8), lastAt: at(day: 13, hour: 11),
        evidence: [9_381, 50_118, 50_407, 50_611, 51_002, 51_300].map(refusal)),
      RefusalReport(
        refusalClass: .senderMismatch, code: 553, enhancedCode: "5.7.1",
        text: "Sender address rejected: not owned by user", count: 4, identities: 1, addresses: 1, firstAt: at(day: 3),
        lastAt: at(day: 11), evidence: [refusal(20_118)]),
      RefusalReport(
        refusalClass: .relayDenied, code: 554, enhancedCode: "5.7.1", text: "Relay access denied", count: 1_322,
        identities: 0, addresses: 391, firstAt: at(day: 0), lastAt: at(day: 13), evidence: [refusal(33)]),
      RefusalReport(
        refusalClass: .other, code: 550, enhancedCode: nil, text: "User unknown", count: 77, identities: 0,
        addresses: 12, firstAt: at(day: 0), lastAt: at(day: 13)),
    ]
  }

  static func officeSources() -> [SourceReport] {
    [
      SourceReport(
        path: mailLog, format: "postfix", bytes: 41_233_901, lines: 302_118, events: 121_090, ignored: 181_021,
        unrecognised: 6, malformed: 1, from: at(day: 0, hour: 0), to: at(day: 13, hour: 23),
        samples: [
          LineSample(line: 4_410, text: "Nov 10 03:12:44 mail amavis[811]: (00811-02) unexpected banner <masked>"),
          LineSample(line: 90_002, text: "Nov 15 11:00:01 mail postfix/smtpd[20418]: warn"),
        ]),
      SourceReport(
        path: "/var/log/mail.log.3.gz", format: "postfix", compression: "gzip", bytes: 8_112_400, lines: 60_004,
        events: 22_301, ignored: 37_703, from: at(day: 0, hour: 0), to: at(day: 2, hour: 4), complete: false,
        fault: "truncated gzip input"),
      SourceReport(
        path: iceWarpLog, format: "icewarp", bytes: 1_902_333, lines: 21_554, events: 9_004, ignored: 12_550,
        from: at(day: 13, hour: 0), to: at(day: 13, hour: 23)),
    ]
  }

  static func officeDays() -> [DayReport] {
    (0..<14).map { day in
      let weekend = day % 7 > 4
      let scale = weekend ? 1 : 6
      return DayReport(
        day: String(at(day: day).description.prefix(10)),
        ports: [
          "25": PortCount(sessions: (60 - day * 3) * scale / 2, messages: (90 - day * 4) * scale / 2),
          "587": PortCount(sessions: (12 + day * 4) * scale / 2, messages: (18 + day * 6) * scale / 2),
          "465": PortCount(sessions: 3 * scale, messages: 4 * scale),
          "unknown": PortCount(sessions: day == 13 ? 41 : 0, messages: day == 13 ? 63 : 0),
        ])
    }
  }

  static func officeAdvice() -> [PortAdvice] {
    [
      PortAdvice(
        format: "icewarp", unknownSessions: 41, remedies: [.listenerAddress, .connectionLog, .portOfPath],
        servers: ["mail.example.com"], settles: ["listenerAddress": 41, "connectionLog": 40], platform: "windows"),
      PortAdvice(
        format: "postfix", unknownSessions: 12,
        remedies: [.postfixServices, .postfixSyslogName, .postfixTLSLogLevel], servers: ["mx1.example.com"]),
    ]
  }

  static func officeConnections() -> ConnectionReport {
    ConnectionReport(
      sources: [
        SourceReport(
          path: "pfirewall.log", format: "windows-firewall", bytes: 902_112, lines: 8_120, events: 1_900,
          ignored: 6_220, from: at(day: 12, hour: 0), to: at(day: 13, hour: 23))
      ], sessions: 1_240, paired: 1_101, agreed: 98, ambiguous: 9, missing: 30, doubtful: 2, strayRecords: 12,
      confirmed: 610, contradicted: 0, clockAhead: 2_400, clockAheadAtEnd: 2_600, tolerance: 300,
      isClockEstimated: true)
  }

  static func officeInferences() -> InferenceReport {
    InferenceReport(
      rules: [
        .init(rule: .clearLogin, port: 25, sessions: 17, refusals: 0),
        .init(rule: .submissionSwitch, port: 25, sessions: 0, refusals: 4),
      ],
      users: [
        .init(identity: "vendas@example.org", ports: ["25": 17]),
        .init(identity: "recepcao@example.com", refusals: ["25": 4]),
      ],
      undecided: 24,
      facts: [
        InferenceFact(.probe, at: at(day: 12)), InferenceFact(.preflight, at: at(day: 11)),
        InferenceFact(.calibration, at: at(day: 10)), InferenceFact(.option),
      ])
  }
}
