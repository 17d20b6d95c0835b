/// Reads delivery status notifications out of messages that anybody may have written.
///
/// ```
/// Content-Type: multipart/report; report-type=delivery-status; boundary="6C1A2.1795/mail.example.org"
///   text/plain                what people read
///   message/delivery-status   Final-Recipient: rfc822; gone@example.com / Action: failed / Status: 5.1.1
///   message/rfc822            the message, or its header fields alone
/// ```
///
/// Only the first `limit` bytes of a message are looked at, only one level of parts, and each line once.
public enum DeliveryReportReader {
  /// Bytes of a message that are read; a notification carries what counts before the message that it returns.
  public static let limit = 1 << 20
  /// Recipients that one notification may have; a notice has one.
  static let mostRecipients = 100

  /// The recipients of a notification; nothing when the message is none.
  public static func read(_ message: some Collection<UInt8>) -> [DeliveryReport]? {
    let lines = MessageLines.split(message.prefix(limit))
    let head = MessageFields(lines, from: 0)
    guard let type = head.first("content-type").map({ ContentType($0) }), type.name == "multipart/report",
      type.parameters["report-type"]?.lowercased() == "delivery-status", let boundary = type.parameters["boundary"],
      !boundary.isEmpty
    else { return nil }
    var reports: [DeliveryReport] = []
    var messageID: String?
    for part in parts(lines, from: head.end, boundary: Array("--\(boundary)".utf8)) {
      let fields = MessageFields(lines, from: part.lowerBound, to: part.upperBound)
      switch fields.first("content-type").map({ ContentType($0).name }) {
      case "message/delivery-status", "message/global-delivery-status":
        if reports.isEmpty { reports = recipients(lines, fields.end..<part.upperBound) }
      case "message/rfc822", "message/rfc822-headers", "text/rfc822-headers", "message/global",
        "message/global-headers":
        if messageID == nil {
          messageID = MessageFields(lines, from: fields.end, to: part.upperBound).first("message-id")
        }
      default: break
      }
    }
    guard !reports.isEmpty else { return nil }
    for index in reports.indices { reports[index].messageID = messageID.map { id($0) } }
    return reports
  }

  /// The lines of each part, without the lines of the boundary.
  private static func parts(_ lines: [ArraySlice<UInt8>], from start: Int, boundary: [UInt8]) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var begin: Int?
    for number in start..<max(start, lines.count) where lines[number].starts(with: boundary) {
      let rest = lines[number].dropFirst(boundary.count)
      let isLast = rest.starts(with: [0x2d, 0x2d])
      guard isLast || rest.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) else { continue }
      if let begin { parts.append(begin..<number) }
      begin = isLast ? nil : number + 1
      if isLast { return parts }
    }
    // A message that was cut at the limit has no last boundary.
    if let begin, begin < lines.count { parts.append(begin..<lines.count) }
    return parts
  }

  /// The groups of fields behind the first, which is about the message (RFC 3464 section 2.1).
  private static func recipients(_ lines: [ArraySlice<UInt8>], _ range: Range<Int>) -> [DeliveryReport] {
    var reports: [DeliveryReport] = []
    var next = range.lowerBound
    while next < range.upperBound, reports.count < mostRecipients {
      let group = MessageFields(lines, from: next, to: range.upperBound)
      next = group.end
      guard let action = group.first("action").flatMap({ DeliveryReport.Action(rawValue: $0.lowercased()) }),
        let status = group.first("status").flatMap({ status($0) })
      else { continue }
      reports.append(
        DeliveryReport(
          originalRecipient: group.first("original-recipient").map { typed($0) },
          finalRecipient: group.first("final-recipient").map { typed($0) }, action: action, status: status,
          diagnostic: group.first("diagnostic-code").map { typed($0) }))
    }
    return reports
  }

  /// What stands behind the type: `rfc822; gone@example.com`.
  private static func typed(_ text: String) -> String {
    guard let semicolon = text.firstIndex(of: ";") else { return text }
    return String(text[text.index(after: semicolon)...].drop { $0 == " " })
  }

  /// `5.1.1`, also with a comment behind it.
  private static func status(_ text: String) -> String? {
    let code = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    let numbers = code.split(separator: ".", omittingEmptySubsequences: false)
    guard numbers.count == 3, ["2", "4", "5"].contains(numbers[0]),
      numbers.allSatisfy({ (1...3).contains($0.count) })
    else { return nil }
    return String(code)
  }

  /// `<…>` out of a field that may have more in it.
  private static func id(_ text: String) -> String {
    guard let start = text.firstIndex(of: "<"), let end = text[start...].firstIndex(of: ">") else { return text }
    return String(text[start...end])
  }
}
