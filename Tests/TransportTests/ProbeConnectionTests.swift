import Glibc
import MailModel
import Testing
import Transport

@Suite("Connections of a probe")
struct ProbeConnectionTests {
  /// A socket that listens on loopback and is never served by anybody but the kernel.
  private func listener() throws -> (descriptor: Int32, port: Int) {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let bound = unsafe withUnsafeMutablePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        let bound = unsafe bind(descriptor, pointer, size)
        return unsafe bound == 0 ? getsockname(descriptor, pointer, &size) : bound
      }
    }
    try #require(bound == 0)
    return (descriptor, Int(UInt16(bigEndian: address.sin_port)))
  }

  private func connection(_ port: Int) throws -> ProbeConnection {
    let loopback = try #require(IPAddress("127.0.0.1"))
    return try #require(ProbeConnection(address: loopback, port: port))
  }

  private func soon() -> ContinuousClock.Instant { .now.advanced(by: .milliseconds(300)) }

  @Test("a port where nobody listens refuses")
  func refused() throws {
    let server = try listener()
    defer { close(server.descriptor) }
    #expect(try connection(server.port).connect(until: soon()) == .refused)
  }

  @Test("silence ends with the deadline, and bytes come as they were sent")
  func silence() throws {
    let server = try listener()
    defer { close(server.descriptor) }
    try #require(listen(server.descriptor, 4) == 0)
    let client = try connection(server.port)
    try #require(client.connect(until: soon()) == .open)
    let other = accept(server.descriptor, nil, nil)
    let start = ContinuousClock.now
    #expect(client.receive(until: soon()) == .timedOut)
    #expect(ContinuousClock.now - start < .seconds(2))
    let written = unsafe write(other, "220 hello\r\n", 11)
    #expect(written == 11)
    #expect(client.receive(until: soon()) == .bytes(Array("220 hello\r\n".utf8)))
    #expect(client.send(Array("QUIT\r\n".utf8), until: soon()))
    var buffer = [UInt8](repeating: 0, count: 16)
    let count = unsafe read(other, &buffer, 16)
    #expect(count == 6)
    close(other)
    #expect(client.receive(until: soon()) == .closed)
  }

  @Test("a handshake with a port that says nothing ends with the deadline, and with one that talks in clear fails")
  func handshake() throws {
    let server = try listener()
    defer { close(server.descriptor) }
    try #require(listen(server.descriptor, 4) == 0)
    let request = TLSRequest(serverName: "mail.example.com", caFile: nil)
    let silent = try connection(server.port)
    try #require(silent.connect(until: soon()) == .open)
    #expect(silent.startTLS(request, until: soon()) == .timedOut)
    let talking = try connection(server.port)
    try #require(talking.connect(until: soon()) == .open)
    close(accept(server.descriptor, nil, nil))
    let other = accept(server.descriptor, nil, nil)
    defer { close(other) }
    let written = unsafe write(other, "220 hello\r\n", 11)
    #expect(written == 11)
    guard case .failed = talking.startTLS(request, until: soon()) else {
      Issue.record("no failure")
      return
    }
  }

  @Test("names", arguments: [("127.0.0.1", ["127.0.0.1"]), ("2001:db8::1", ["2001:db8::1"])])
  func literals(host: String, expected: [String]) throws {
    #expect(try NameResolution.addresses(of: host, until: soon()).map { "\($0)" } == expected)
  }

  @Test("every job is done once, with fewer threads than jobs too")
  func jobs() {
    let done = Counter()
    WorkerThread.runAll((0..<50).map { number in { done.add(number) } }, atOnce: 3)
    #expect(done.sum == 49 * 25)
    WorkerThread.runAll([], atOnce: 3)
    #expect(WorkerThread.mostConnections() >= 1)
  }
}
