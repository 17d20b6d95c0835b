import Testing
import Transport

@Suite("Name server")
struct NameServerTests {
  @Test(
    "An IPv4 address with or without a port",
    arguments: [
      ("192.0.2.53", 53), ("127.0.0.1:5353", 5353), ("192.0.2.53:0", nil), ("192.0.2.53:", nil), ("::1", nil),
      ("dns.example.com", nil), ("", nil), ("1.2.3:53", nil),
    ] as [(String, Int?)])
  func reading(_ text: String, _ port: Int?) {
    #expect(NameServer(text)?.port == port)
  }

  @Test("A web server where nobody listens is unreachable, and no page is nothing")
  func unreachable() {
    #expect(throws: WebFault.self) {
      try WebFetch.answer(WebRequest(url: "http://127.0.0.1:1/", seconds: 2))
    }
  }
}
