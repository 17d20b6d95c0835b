import Testing

@testable import Notices

@Suite("Quoted-printable")
struct QuotedPrintableTests {
  @Test(
    "lines that servers and mailbox files would change",
    arguments: [
      ("From here on\n", "=46rom here on\r\n"), ("x\nFrom \n", "x\r\n=46rom=20\r\n"), ("Fromage\n", "Fromage\r\n"),
      (">From x\n", ">From x\r\n"), ("a \n", "a=20\r\n"), ("a=b\n", "a=3Db\r\n"), ("é\n", "=C3=A9\r\n"),
      (String(repeating: "x", count: 75) + "From x", String(repeating: "x", count: 75) + "=\r\n=46rom x"),
    ])
  func lines(_ text: String, _ wanted: String) {
    var bytes: [UInt8] = []
    QuotedPrintable.append(text, to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == wanted)
  }
}
