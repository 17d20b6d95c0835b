import Testing
import Transport

@Suite("Submission server")
struct SubmissionServerTests {
  @Test(
    "addresses of servers",
    arguments: [
      ("smtp://mail.example.com", "starttls mail.example.com 587"),
      ("smtps://mail.example.com/", "implicit mail.example.com 465"),
      ("smtp://192.0.2.1:2587", "starttls 192.0.2.1 2587"), ("smtps://[2001:db8::1]:465", "implicit [2001:db8::1] 465"),
      ("http://mail.example.com", nil), ("smtp://user:secret@mail.example.com", nil),
      ("smtp://mail.example.com/x", nil),
      ("smtp://mail.example.com:0", nil), ("smtp://", nil), ("mail.example.com:587", nil),
      ("smtp://mail.example.com\r\n:25", nil),
    ])
  func parse(url: String, expected: String?) {
    #expect(SubmissionServer(url: url).map { "\($0.encryption) \($0.host) \($0.port)" } == expected)
  }

  @Test("a login never shows itself")
  func secret() {
    let login = SubmissionLogin(user: "ana", password: "canary-secret")
    var dumped = ""
    dump(login, to: &dumped)
    #expect(!"\(login) \(String(reflecting: login)) \(dumped)".contains("canary-secret"))
  }
}
