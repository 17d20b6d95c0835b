import MailModel

/// Reads one line of a bypass file.
enum BypassLineReader {
  private static let prefixes: [UInt8: BypassKind] = [
    UInt8(ascii: "s"): .sender, UInt8(ascii: "r"): .recipient, UInt8(ascii: "a"): .hostname,
    UInt8(ascii: "i"): .address, UInt8(ascii: "w"): .dnswl, UInt8(ascii: "f"): .include,
    UInt8(ascii: "l"): .localSenders, UInt8(ascii: "t"): .trustedSession,
  ]

  /// A line while it is read.
  private struct Draft {
    var kind: BypassKind
    var item = BypassItem.unread
    var faults: [String] = []
    var remarks: [String] = []
  }

  static func read(_ line: ArraySlice<UInt8>, number: Int) -> BypassLine {
    let body = TextLines.trimmed(line)
    var draft = draft(body)
    if body.count != line.count {
      draft.remarks.append("Blanks at its ends: whether the server drops them is not known.")
    }
    if line.contains(where: { $0 < 0x20 || $0 > 0x7e }) {
      draft.remarks.append("It holds bytes that are not printable ASCII; how the server reads them is not known.")
    }
    return BypassLine(
      number: number, bytes: Array(line), kind: draft.kind, isValid: draft.faults.isEmpty,
      remarks: draft.faults + draft.remarks, item: draft.faults.isEmpty ? draft.item : .unread)
  }

  private static func draft(_ body: ArraySlice<UInt8>) -> Draft {
    guard let first = body.first, body.dropFirst().first == UInt8(ascii: ":"), isLetter(first) else {
      return withoutPrefix(body)
    }
    let value = TextLines.trimmed(body.dropFirst(2))
    guard let kind = prefixes[first | 0x20] else {
      return Draft(
        kind: .unknown,
        faults: [
          "The prefix \(String(decoding: [first], as: UTF8.self)): is none of s: r: a: i: w: f: l: t:. Newer versions may know it: ask IceWarp or test it."
        ])
    }
    var draft = Draft(kind: kind)
    if first & 0x20 == 0 {
      draft.remarks.append("The prefix is in upper case, which is not documented; write it small.")
    }
    if body.count != value.count + 2 { draft.remarks.append("Blanks behind the prefix are not documented.") }
    switch kind {
    case .localSenders, .trustedSession:
      draft.item = .blank
      if !value.isEmpty { draft.faults.append("This prefix takes no value.") }
    case .address: readAddress(value, &draft)
    case .sender, .recipient: readMail(value, &draft)
    case .hostname, .dnswl: readName(value, &draft)
    case .include:
      draft.item = .name(String(decoding: value, as: UTF8.self))
      if value.isEmpty { draft.faults.append("The path is missing.") }
    case .any, .unknown: break
    }
    return draft
  }

  private static func withoutPrefix(_ body: ArraySlice<UInt8>) -> Draft {
    if body.first == UInt8(ascii: "#") || body.first == UInt8(ascii: ";") || body.starts(with: "//".utf8) {
      return Draft(
        kind: .unknown,
        faults: [
          "It looks like a comment, and how this file marks comments is not documented. Keep notes beside the file."
        ])
    }
    var draft = Draft(kind: .any)
    if !body.contains(UInt8(ascii: "@")), (try? AddressPattern(body)) != nil || looksLikeAddress(body) {
      readAddress(body, &draft)
      draft.remarks.append("Without a prefix it is compared with sender and recipient as well; i: says what is meant.")
    } else {
      readMail(body, &draft)
      if draft.faults.isEmpty, !body.contains(where: { "@.*".utf8.contains($0) }) {
        draft.faults.append("It is no domain, e-mail address or IP address.")
      }
      if draft.faults.isEmpty {
        draft.remarks.append(
          "Without a prefix it frees mail to this recipient as well as from this sender; s: or r: says what is meant.")
      }
    }
    if !draft.faults.isEmpty { draft.kind = .unknown }
    return draft
  }

  private static func looksLikeAddress(_ text: ArraySlice<UInt8>) -> Bool {
    text.allSatisfy { (48...57).contains($0) || ".*/-".utf8.contains($0) }
  }

  private static func readAddress(_ value: ArraySlice<UInt8>, _ draft: inout Draft) {
    if value.isEmpty { return draft.faults.append("The address is missing.") }
    if value.contains(UInt8(ascii: "-")) {
      return draft.faults.append(
        "Ranges with a hyphen are not in the grammar: write a mask (192.0.2.*), a network (192.0.2.0/24) or single addresses."
      )
    }
    let pattern: AddressPattern
    do throws(TrustedAddressesFaultReason) { pattern = try AddressPattern(value) } catch {
      switch error {
      case .badPrefixLength: draft.faults.append("The length behind / is no number, or too large.")
      case .notAnAddress, .badRange:
        draft.faults.append("It is no IP address, mask or network; a host name belongs behind a:.")
      }
      return
    }
    draft.item = .addresses(pattern)
    guard let span = pattern.span else {
      return draft.remarks.append("A * in the middle of a mask is not documented; test it.")
    }
    if !span.lowerBound.isIPv4 {
      draft.remarks.append("IPv6 is not documented for this file: test whether the server takes it.")
    }
    let parts = value.split(separator: UInt8(ascii: "/"))
    if parts.count == 2 {
      if parts[1].contains(UInt8(ascii: ".")) {
        draft.remarks.append("The documented form of a network is /24, not a mask of four numbers.")
      }
      if let base = IPAddress(Array(parts[0]).span), base != span.lowerBound {
        draft.remarks.append(
          "The network is \(span.lowerBound)/\(pattern.prefixLength ?? 0): bits behind its length are set.")
      }
    }
  }

  private static func readMail(_ value: ArraySlice<UInt8>, _ draft: inout Draft) {
    if value.isEmpty { return draft.faults.append("The e-mail address or domain is missing.") }
    if value.contains(where: {
      $0 <= 0x20 || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ",")
    }) {
      return draft.faults.append("It is no e-mail address or domain; there is one condition on a line.")
    }
    if draft.kind != .any, (try? AddressPattern(value)) != nil, !value.allSatisfy({ $0 == UInt8(ascii: "*") }) {
      return draft.faults.append("It is an IP address, which belongs behind i:.")
    }
    if value.contains(UInt8(ascii: "?")) {
      draft.remarks.append("Whether ? stands for one character is not documented; here it is taken as it stands.")
    }
    let mask = TextMask(value)
    let parts = value.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    guard parts.count > 1 else {
      draft.item = .domain(mask)
      return
    }
    if parts.contains(where: \.isEmpty) || parts.count > 2 {
      return draft.faults.append("It is no e-mail address; a whole domain stands without @.")
    }
    draft.item = .mail(mask)
  }

  private static func readName(_ value: ArraySlice<UInt8>, _ draft: inout Draft) {
    if value.isEmpty { return draft.faults.append("The host name is missing.") }
    guard value.allSatisfy({ isLetter($0) || (48...57).contains($0) || "-._".utf8.contains($0) }) else {
      return draft.faults.append("It is no host name.")
    }
    if draft.kind == .hostname, IPAddress(Array(value).span) != nil {
      return draft.faults.append("It is an IP address, which belongs behind i:.")
    }
    draft.item = .name(AddressText.lowercase(value))
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte | 0x20) }
}
