import MailModel
import Testing

@testable import loggen

@Suite("Postfix logs")
struct PostfixLogTests {
  @Test("A process serves one client at a time, and process ids come again")
  func processes() throws {
    let lines = try SmallLog.postfix(bytes: 6_000_000).log.lines
    var busy: Set<Substring> = []
    var services: [Substring: Set<Substring>] = [:]
    for line in lines {
      let words = line.split(separator: " ")
      let program = words[4]
      guard let bracket = program.firstIndex(of: "["), program.contains("smtpd[") else { continue }
      let pid = program[bracket...]
      if words[5] == "connect" {
        #expect(busy.insert(pid).inserted, "\(line)")
        services[pid, default: []].insert(program[..<bracket])
      } else {
        #expect(busy.contains(pid), "\(line)")
        if words[5] == "disconnect" { busy.remove(pid) }
      }
    }
    #expect(busy.isEmpty)
    #expect(services.values.contains { $0.count == 1 })
  }

  @Test("A process id that became free is given to another process")
  func processIDsComeAgain() {
    var table = ProcessTable(lanes: 1, services: 2)
    var owners: [Int: Set<Int>] = [:]
    for _ in 0..<100_000 {
      for service in [0, 1, 1] { owners[table.process(lane: 0, service: service), default: []].insert(service) }
    }
    #expect(owners.values.contains { $0.count == 2 })
    #expect(table.process(lane: 0, service: 0) != table.process(lane: 0, service: 1))
  }

  @Test("An independent count of the log agrees with the truth", arguments: [true, false])
  func truth(labels: Bool) throws {
    let small = try SmallLog.postfix(bytes: 2_000_000, labels: labels)
    let lines = small.log.lines
    let tally = small.tally
    #expect(lines.count { $0.contains("]: connect from ") } == tally.sessions)
    #expect(lines.count { $0.contains(" authentication failed: ") } == tally.failedLogins)
    #expect(lines.count { $0.contains(" auth=1") } == tally.authenticatedSessions)
    #expect(lines.count { $0.contains("sasl_username=") && $0.contains("client=") } == tally.messages)
    #expect(lines.count { $0.contains("NOQUEUE: reject") } == tally.refusalsByClass.values.reduce(0, +))
    let names = lines.filter { $0.contains("client=") }.compactMap {
      $0.split(separator: "sasl_username=").dropFirst().first
    }
    #expect(Set(names).count == tally.authenticatedUsers)
    #expect((lines.first { $0.contains("postfix/submission/smtpd") } != nil) == labels)
    #expect(Set(tally.shownByPort.keys) == (labels ? ["25", "587", "465"] : ["465", "unknown"]))
    for (label, port) in [("postfix/submission/smtpd", "587"), ("postfix/smtps/smtpd", "465")] where labels {
      let messages = lines.count { $0.contains(label) && $0.contains("sasl_username=") && $0.contains("client=") }
      #expect(messages == tally.shownByPort[port]?.messages)
    }
  }

  @Test("Without labels the implicit TLS of 465 is the only sign of a port")
  func implicitTLS() throws {
    let lines = try SmallLog.postfix(bytes: 500_000, labels: false).log.lines
    #expect(lines.contains { $0.contains("disconnect from ") && $0.contains(" ehlo=1 auth=1 mail=") })
  }
}
