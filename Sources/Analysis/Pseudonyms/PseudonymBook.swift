import MailModel

/// The pseudonyms of one report, each worked out once.
struct PseudonymBook {
  /// What stands in place of a reason, which may quote a path.
  static let reason = "not shown in a report with pseudonyms"
  /// The row that counts for all that did not fit into a table.
  private static let others = "others"

  /// What a name is the name of: the same text has another pseudonym in another place.
  private enum Kind: UInt8 {
    case user = 1, domain, address, helo, server, path
  }

  private struct Entry: Hashable {
    let kind: Kind
    let name: String
  }

  private let key: [UInt8]
  private var known: [Entry: String] = [:]

  init(key: [UInt8]) { self.key = key }

  /// `user-k3m7q2xa@domain-p4vd`, or `user-k3m7q2xa` for a name without domain.
  mutating func identity(_ name: String) -> String {
    if name == PseudonymBook.others { return name }
    let user = "user-" + code(.user, name, letters: 8)
    guard let at = name.lastIndex(of: "@") else { return user }
    return user + "@domain-" + code(.domain, String(name[name.index(after: at)...]), letters: 4)
  }

  /// `ip-2f6wz7ct`.
  mutating func address(_ name: String) -> String {
    name == PseudonymBook.others ? name : "ip-" + code(.address, name, letters: 8)
  }

  mutating func helo(_ name: String) -> String { "helo-" + code(.helo, name, letters: 8) }

  mutating func server(_ name: String) -> String { "server-" + code(.server, name, letters: 8) }

  /// `log-7x2mt4qa`; standard input has no name to be hidden.
  mutating func path(_ name: String) -> String { name == "-" ? name : "log-" + code(.path, name, letters: 8) }

  /// Letters of Base32 (RFC 4648), five bits of the code each.
  private mutating func code(_ kind: Kind, _ name: String, letters: Int) -> String {
    let entry = Entry(kind: kind, name: name)
    if let code = known[entry] { return code }
    let alphabet = Array("abcdefghijklmnopqrstuvwxyz234567")
    let bytes = HMACSHA256.code(of: [kind.rawValue] + Array(name.utf8), key: key)
    var result = ""
    var bits = 0
    var value = 0
    for byte in bytes where result.utf8.count < letters {
      value = (value << 8 | Int(byte)) & 0xffff
      bits += 8
      while bits >= 5, result.utf8.count < letters {
        bits -= 5
        result.append(alphabet[value >> bits & 31])
      }
    }
    known[entry] = result
    return result
  }
}

extension PseudonymBook {
  mutating func user(_ report: UserReport, _ policy: PortPolicy) -> UserReport {
    var user = report
    user.identity = identity(report.identity)
    user.clients = report.clients.map { report in
      var client = report
      client.address = address(report.address)
      client.helo = report.helo.map { helo($0) }
      return client
    }
    user.clients.sort { a, b in a.address != b.address ? a.address < b.address : (a.helo ?? "") < (b.helo ?? "") }
    user.evidence = report.evidence.map { evidence($0) }
    user.bypass = PseudonymBook.nameless(report.bypass)
    return user
  }

  mutating func address(_ report: AddressReport) -> AddressReport {
    var result = report
    result.address = address(report.address)
    result.users = report.users.map { identity($0) }.sorted()
    result.helo = report.helo.map { helo($0) }
    result.evidence = report.evidence?.map { evidence($0) }
    result.bypass = PseudonymBook.nameless(report.bypass)
    return result
  }

  /// A line of a bypass file names addresses and people; its number is enough for who has the file.
  private static func nameless(_ mark: BypassMark?) -> BypassMark? {
    mark.map { mark in
      BypassMark(extent: mark.extent, lines: mark.lines.map { BypassMark.Line(number: $0.number, text: nil) })
    }
  }

  /// A warning's subject is a path, several of them, or a number.
  mutating func warning(_ report: ReportWarning) -> ReportWarning {
    var result = report
    switch report.code {
    case .unfollowedMessages, .refusedOwnSenders: break
    case .summaryLevelInPart, .overlappingSources:
      result.subject = report.subject.map { $0.split(separator: ", ").map { path(String($0)) }.joined(separator: ", ") }
    default: result.subject = report.subject.map { path($0) }
    }
    return result
  }

  mutating func evidence(_ reference: EvidenceReference) -> EvidenceReference {
    var result = reference
    result.source = path(reference.source)
    result.record = reference.record.map { RecordReference(source: path($0.source), line: $0.line) }
    return result
  }

  mutating func source(_ report: SourceReport) -> SourceReport {
    var source = report
    source.path = path(report.path)
    source.fault = report.fault.map { _ in PseudonymBook.reason }
    source.samples = report.samples.map { LineSample(line: $0.line, text: PseudonymBook.shape(of: $0.text)) }
    return source
  }

  /// A line of which the form is left: letters are `x`, digits `0`.
  static func shape(of text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "0"..."9": result.append("0")
      case "a"..."z", "A"..."Z": result.append("x")
      case _ where scalar.isASCII || scalar == "…" || scalar == "·": result.append(scalar)
      default: result.append("x")
      }
    }
    return String(result)
  }
}
