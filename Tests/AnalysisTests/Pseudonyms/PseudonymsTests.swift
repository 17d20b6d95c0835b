import Analysis
import Foundation
import MailModel
import Testing

/// Reports with pseudonyms: no name is left, and what is not a name is as it was.
@Suite("Pseudonyms")
struct PseudonymsTests {
  private static let key = Array("0123456789abcdef".utf8)

  private static func hidden(_ key: [UInt8] = key) throws -> ReportModel {
    try #require(Pseudonyms(key: key)).applied(to: NamedReport.model)
  }

  private static func json(_ model: ReportModel) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(model), as: UTF8.self)
  }

  @Test("no text that could name somebody is left")
  func nothingLeft() throws {
    let before = try PseudonymsTests.json(NamedReport.model).lowercased()
    #expect(before.split(separator: "zq").count > 40)
    let after = try PseudonymsTests.json(PseudonymsTests.hidden()).lowercased()
    #expect(!after.contains("zq"), "\(after)")
    #expect(!after.contains("198.51.100") && !after.contains("2001:db8") && !after.contains("mile"))
  }

  @Test("the key is in no text")
  func key() throws {
    #expect(!(try PseudonymsTests.json(PseudonymsTests.hidden())).contains("0123456789abcdef"))
    #expect("\(try #require(Pseudonyms(key: PseudonymsTests.key)))" == "pseudonyms")
  }

  @Test("a key has 16 bytes or more", arguments: [(0, false), (15, false), (16, true), (300, true)])
  func keys(count: Int, isTaken: Bool) {
    #expect((Pseudonyms(key: [UInt8](repeating: 7, count: count)) != nil) == isTaken)
  }

  @Test("pseudonyms have the form of what they stand for")
  func form() throws {
    let model = try PseudonymsTests.hidden()
    let forms = model.users.map {
      $0.identity.replacing(/[a-z2-7]{8}(?=@|$)/, with: "8").replacing(/domain-[a-z2-7]{4}$/, with: "domain-4")
    }
    #expect(forms.sorted() == ["others", "user-8", "user-8@domain-4", "user-8@domain-4"])
    #expect(
      model.addresses.filter { $0.address != "others" }.allSatisfy {
        $0.address.wholeMatch(of: /ip-[a-z2-7]{8}/) != nil
      })
    #expect(model.addresses.allSatisfy { $0.helo?.wholeMatch(of: /helo-[a-z2-7]{8}/) != nil })
    #expect(model.sources[0].path.wholeMatch(of: /log-[a-z2-7]{8}/) != nil && model.sources[1].path == "-")
    #expect(model.sources[0].samples[0].text == "000.00.000.0 [0000] 00:00 xxxxx xxxxx xxxx: xx@xx.xxxxxxx …")
  }

  @Test("one name has one pseudonym wherever it stands")
  func consistent() throws {
    let model = try PseudonymsTests.hidden()
    let ana = try #require(model.users.first)
    let address = try #require(model.addresses.first { $0.users.count == 2 })
    #expect(address.users.contains(ana.identity) && address.users == address.users.sorted())
    #expect(ana.clients[0].address == address.address)
    #expect(ana.evidence[0].source == model.sources[0].path && model.warnings[0].subject == model.sources[0].path)
    #expect(ana.evidence[0].record?.source == model.connections?.sources[0].path)
    let domains = model.users.compactMap { $0.identity.split(separator: "@").dropFirst().first }
    #expect(domains.count == 2 && Set(domains).count == 1)
  }

  @Test("probe and preflight keep what is asserted, and lose what was seen")
  func server() throws {
    let (before, after) = (NamedReport.model.server, try PseudonymsTests.hidden().server)
    let port = try #require(after?.probe?.ports.first)
    #expect(after?.probe?.blockers == ["P06@\(port.host):587"])
    #expect(port.host.wholeMatch(of: /server-[a-z2-7]{8}/) != nil)
    #expect(port.address == (try PseudonymsTests.hidden().users.first?.clients.first?.address))
    #expect(port.findings.map(\.title) == ["STARTTLS is offered"] && port.findings[0].remedy == "Set a certificate")
    #expect(after?.preflight?.phase == before?.preflight?.phase && after?.preflight?.blockers == ["C12"])
    #expect(after?.isUnready == true)
  }

  @Test("the same key makes the same pseudonyms, another key others")
  func stable() throws {
    #expect(try PseudonymsTests.hidden() == PseudonymsTests.hidden())
    let other = try PseudonymsTests.hidden(Array("0123456789abcdeg".utf8))
    let names = try Set(
      PseudonymsTests.hidden().users.map(\.identity) + PseudonymsTests.hidden().addresses.map(\.address))
    #expect(
      names.isDisjoint(with: (other.users.map(\.identity) + other.addresses.map(\.address)).filter { $0 != "others" }))
  }

  @Test("numbers, times, ports and kinds are as they were")
  func numbers() throws {
    let (before, after) = (NamedReport.model, try PseudonymsTests.hidden())
    #expect(after.totals == before.totals && after.daily == before.daily && after.window == before.window)
    #expect(after.users.map { $0.ports["25"]?.messages } == [5, 2, 2, 0])
    #expect(after.refusals.map(\.count) == before.refusals.map(\.count) && after.policy == before.policy)
    #expect(after.sources.map(\.lines) == before.sources.map(\.lines))
    #expect(after.portAdvice[0].remedies == before.portAdvice[0].remedies)
  }

  @Test("users who are equal otherwise stand in the order of their pseudonyms, not of their names")
  func order() throws {
    for number in 0..<8 {
      let model = try PseudonymsTests.hidden(PseudonymsTests.key + [UInt8(number)])
      #expect(model.users[1].identity < model.users[2].identity)
    }
  }

  @Test(
    "a reply keeps what names nobody",
    arguments: [
      ("Permission denied", 0), ("… is not one of ours", 1), ("see …, …", 2), ("<…>: … not owned by user … (…)", 3),
    ])
  func replies(text: String, row: Int) throws {
    #expect(try PseudonymsTests.hidden().refusals[row].text == text)
  }
}
