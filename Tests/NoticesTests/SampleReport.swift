import MailModel

/// A report with the users that a test needs.
func sampleReport(_ users: [UserReport], addresses: [AddressReport] = []) -> ReportModel {
  ReportModel(
    generator: Generator(version: "0.1.0"), generatedAt: Timestamp(seconds: 1_795_000_000),
    window: Window(from: nil, to: nil),
    policy: PortPolicy(legacyPorts: [25], submissionPorts: [587], submissionsPorts: [465]), sources: [], skipped: [],
    totals: Totals(), users: users, addresses: addresses, refusals: [], daily: [], portAdvice: [], warnings: [])
}

/// A user with one device on port 25.
func sampleUser(
  _ identity: String, _ readiness: Readiness = .notReady, kind: IdentityKind = .authenticated,
  guess: ClientGuess = .windowsDesktop, helo: String? = "PC-ANA", address: String = "198.51.100.7", devices: Int = 1
) -> UserReport {
  UserReport(
    identity: identity, kind: kind, readiness: readiness,
    clients: (0..<devices).map { number in
      ClientReport(
        address: address, helo: number == 0 ? helo : helo.map { "\($0)-\(number)" }, guess: guess, confidence: .high,
        ports: ["25": 3], lastAt: Timestamp(seconds: 1_794_900_000))
    })
}
