import Testing

@testable import Transport

@Suite("XML of a server's answer")
struct XMLReaderTests {
  private func events(_ text: String) -> [XMLEvent]? {
    var events: [XMLEvent] = []
    let isRead = XMLReader.read(Array(text.utf8)) { event in
      events.append(event)
      return true
    }
    return isRead ? events : nil
  }

  @Test("elements, attributes, text and their ends come in order")
  func order() throws {
    let text = """
      <?xml version="1.0" encoding="utf-8"?><!DOCTYPE a><a xmlns:p="urn:p"><p:b k="1" p:m="&lt;2">x &amp; y</p:b><c/>\
      <![CDATA[<z>]]></a>
      """
    #expect(
      events(text) == [
        .start(name: "a", attributes: [:]), .start(name: "b", attributes: ["k": "1", "m": "<2"]), .text("x & y"), .end,
        .start(name: "c", attributes: [:]), .end, .text("<z>"), .end,
      ])
  }

  @Test(
    "what is no document is refused",
    arguments: ["", "no markup", "<a>", "<a></b>", "<a/><b/>", "<a k=1/>", "\u{0}", "<a>&unknown;</a><"])
  func broken(text: String) { #expect(events(text) == nil) }

  @Test("an entity that the document defines is not replaced, whatever it names")
  func entities() {
    let outside = #"<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/hostname">]><a>1&e;2</a>"#
    let many = #"<!DOCTYPE a [<!ENTITY e "xx"><!ENTITY f "&e;&e;">]><a>1&f;2</a>"#
    for text in [outside, many] {
      #expect(
        events(text) == [.start(name: "a", attributes: [:]), .text("1"), .text("2"), .end], "\(text)")
    }
  }

  @Test("a caller that has enough ends it")
  func enough() {
    var count = 0
    let isRead = XMLReader.read(Array("<a><b/><c/></a>".utf8)) { _ in
      count += 1
      return count < 2
    }
    #expect(!isRead && count == 2)
  }

  @Test("the libraries are there, and say so")
  func faults() { #expect(XMLReader.fault == nil && TransportLibrary.fault == nil) }
}
