internal import MailModel

/// Reads the reply of a refusal and the facts behind it.
///
/// ```
/// 554 5.7.1 <victim@example.net>: Relay access denied; from=<alice@example.org> to=<victim@example.net> proto=ESMTP helo=<pc-66.example.org>
/// ```
///
/// Sender, recipient and HELO name are the client's own text, and the reply quotes them, so that a client can write
/// `"; from=<boss@example.org> to=<x> proto=ESMTP helo=<y"@example.net` as a recipient. The true facts are those that can be
/// read from `; from=<` without a break up to the end of the line, with addresses quoted as Postfix quotes them.
final class PostfixRefusalText: Sendable {
  private let mark = BytePattern("; ")
  private let from = BytePattern("from=<")
  private let to = BytePattern("to=<")
  private let proto = BytePattern("proto=")
  private let helo = BytePattern("helo=<")
  private let saslMethod = BytePattern("sasl_method=")
  private let lastFrom = BytePattern("; from=<")
  private let lastTo = BytePattern("> to=<")
  private let lastProto = BytePattern("> proto=")
  private let lastHelo = BytePattern(" helo=<")

  /// How many places of a line are tried; a genuine line has few, a hostile one must not cost the square of its length.
  private static let attempts = 16

  /// Fills code, text, sender and HELO name; false when no reply code is here.
  func read(_ line: borrowing Span<UInt8>, from start: Int, into event: inout LogEvent) -> Bool {
    guard start + 3 <= line.count, let code = replyCode(line, at: start),
      start + 3 == line.count || line[start + 3] == 32 || line[start + 3] == UInt8(ascii: "-")
        || line[start + 3] == UInt8(ascii: ";")
    else { return false }
    event.code = code
    event.first = ByteRange(start, textEnd(line, from: start))
    var place = start
    for _ in 0..<PostfixRefusalText.attempts {
      guard let next = mark.first(in: line, from: place) else { break }
      if facts(line, from: next + mark.count, into: &event) {
        event.first = ByteRange(start, next)
        return true
      }
      place = next + 1
    }
    guess(line, from: start, into: &event)
    return true
  }

  private func replyCode(_ line: borrowing Span<UInt8>, at start: Int) -> UInt16? {
    var code: UInt16 = 0
    for i in start..<start + 3 {
      let c = line[i] &- 48
      guard c < 10 else { return nil }
      code = code * 10 + UInt16(c)
    }
    return code >= 200 && code < 600 ? code : nil
  }

  /// The end of a reply that may have no facts behind it: `text;`.
  private func textEnd(_ line: borrowing Span<UInt8>, from start: Int) -> Int {
    line[line.count - 1] == UInt8(ascii: ";") && line.count - 1 > start ? line.count - 1 : line.count
  }

  /// Reads `from=<…> to=<…> proto=… helo=<…>` up to the end of the line; each may lack, postscreen has commas between.
  private func facts(_ line: borrowing Span<UInt8>, from start: Int, into event: inout LogEvent) -> Bool {
    var i = start
    var sender = ByteRange.none
    var name = ByteRange.none
    if from.matches(line, at: i) {
      guard let end = addressEnd(line, from: i + from.count) else { return false }
      sender = ByteRange(i + from.count, end)
      i = behindField(line, end + 1)
    }
    if to.matches(line, at: i) {
      guard let end = addressEnd(line, from: i + to.count) else { return false }
      i = behindField(line, end + 1)
    }
    if proto.matches(line, at: i) {
      i += proto.count
      while i < line.count, line[i] != 32, line[i] != 44 { i += 1 }
      i = behindField(line, i)
    }
    if helo.matches(line, at: i) {
      let begin = i + helo.count
      guard let end = nameEnd(line, from: begin) else { return false }
      name = ByteRange(begin, end)
      i = behindField(line, end + 1)
    }
    guard i > start, i >= line.count || saslMethod.matches(line, at: i) else { return false }
    event.second = sender
    event.third = name
    return true
  }

  /// Index of the `>` that ends an address: quoted text may hold one.
  private func addressEnd(_ line: borrowing Span<UInt8>, from start: Int) -> Int? {
    var i = start
    var quoted = false
    while i < line.count {
      let c = line[i]
      if c == UInt8(ascii: "\\") {
        i += 1
      } else if c == UInt8(ascii: "\"") {
        quoted.toggle()
      } else if c == UInt8(ascii: ">"), !quoted {
        return i
      }
      i += 1
    }
    return nil
  }

  /// Index of the `>` that ends a HELO name, or nothing when syslog cut the line off.
  ///
  /// Postfix replaces brackets in it, but for a HELO that is itself refused.
  private func nameEnd(_ line: borrowing Span<UInt8>, from start: Int) -> Int? {
    var i = start
    while i < line.count {
      if line[i] == UInt8(ascii: ">") { return i }
      i += 1
    }
    return nil
  }

  /// Index of the next field: behind a space, or a comma and a space.
  private func behindField(_ line: borrowing Span<UInt8>, _ i: Int) -> Int {
    if i < line.count, line[i] == 44 { return i + 2 }
    return i + 1
  }

  /// What can be said of facts that are cut off or quoted in no known way: the last of each name.
  private func guess(_ line: borrowing Span<UInt8>, from start: Int, into event: inout LogEvent) {
    if let place = lastFrom.last(in: line, from: start) {
      let begin = place + lastFrom.count
      event.first = ByteRange(start, place)
      if let end = lastTo.first(in: line, from: begin) ?? lastProto.first(in: line, from: begin) {
        event.second = ByteRange(begin, end)
      }
    }
    if let place = lastHelo.last(in: line, from: start), line[line.count - 1] == UInt8(ascii: ">") {
      event.third = ByteRange(place + lastHelo.count, line.count - 1)
    }
  }
}
