import MailModel
import Testing

/// The test cases of RFC 4231.
@Suite("HMAC-SHA-256")
struct HMACSHA256Tests {
  /// A key and a message beside the code that they have.
  struct Row: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let key: [UInt8]
    let message: [UInt8]
    let code: String

    init(_ name: String, key: [UInt8], message: [UInt8], code: String) {
      testDescription = name
      self.key = key
      self.message = message
      self.code = code
    }
  }

  static let rows = [
    Row(
      "case 1", key: [UInt8](repeating: 0x0b, count: 20), message: Array("Hi There".utf8),
      code: "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"),
    Row(
      "case 2: a key shorter than the code", key: Array("Jefe".utf8),
      message: Array("what do ya want for nothing?".utf8),
      code: "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"),
    Row(
      "case 3", key: [UInt8](repeating: 0xaa, count: 20), message: [UInt8](repeating: 0xdd, count: 50),
      code: "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"),
    Row(
      "case 6: a key longer than a block", key: [UInt8](repeating: 0xaa, count: 131),
      message: Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
      code: "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"),
  ]

  @Test("the code is that of the RFC", arguments: rows)
  func codes(row: Row) {
    let digits = Array("0123456789abcdef")
    let code = HMACSHA256.code(of: row.message, key: row.key).map { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    #expect(String(code.joined()) == row.code)
  }
}
