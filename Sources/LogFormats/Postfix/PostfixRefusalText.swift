internal import ByteScanning
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
enum PostfixRefusalText {
  private static let lastFrom = BytePattern("; from=<")
  private static let lastTo = BytePattern("> to=<")
  private static let lastProto = BytePattern("> proto=")
  private static let lastHelo = BytePattern(" helo=<")
  private static let lastSender = BytePattern(" sasl_sender=")

  /// How many places of a line are tried; a genuine line has few, a hostile one must not cost the square of its length.
  private static let attempts = 16

  /// Fills code, text, sender, HELO name and user name; false when no reply code is here.
  static func read(_ line: borrowing Span<UInt8>, from start: Int, into event: inout LogEvent) -> Bool {
    guard start + 3 <= line.count, let code = replyCode(line, at: start),
      start + 3 == line.count || line[start + 3] == 32 || line[start + 3] == UInt8(ascii: "-")
        || line[start + 3] == UInt8(ascii: ";")
    else { return false }
    event.code = code
    event.fifth = .none
    event.first = ByteRange(start, textEnd(line, from: start))
    var place = start
    for _ in 0..<PostfixRefusalText.attempts {
      guard let next = nextMark(line, from: place) else { break }
      if facts(line, from: next + 2, into: &event) {
        event.first = ByteRange(start, next)
        if !event.fifth.isEmpty, isQuoted(line, from: start, to: next) { event.fifth = .none }
        return true
      }
      place = next + 1
    }
    guess(line, from: start, into: &event)
    return true
  }

  /// Index of the next `; `.
  private static func nextMark(_ line: borrowing Span<UInt8>, from start: Int) -> Int? {
    var i = start
    while let mark = line.firstIndex(of: UInt8(ascii: ";"), from: i) {
      if mark &+ 1 < line.count, line[mark &+ 1] == 32 { return mark }
      i = mark &+ 1
    }
    return nil
  }

  private static func replyCode(_ line: borrowing Span<UInt8>, at start: Int) -> UInt16? {
    var code: UInt16 = 0
    for i in start..<start + 3 {
      let c = line[i] &- 48
      guard c < 10 else { return nil }
      code = code * 10 + UInt16(c)
    }
    return code >= 200 && code < 600 ? code : nil
  }

  /// The end of a reply that may have no facts behind it: `text;`.
  private static func textEnd(_ line: borrowing Span<UInt8>, from start: Int) -> Int {
    line[line.count - 1] == UInt8(ascii: ";") && line.count - 1 > start ? line.count - 1 : line.count
  }

  /// Reads `from=<…> to=<…> proto=… helo=<…>` up to the end of the line; each may lack, postscreen has commas between.
  private static func facts(_ line: borrowing Span<UInt8>, from start: Int, into event: inout LogEvent) -> Bool {
    var i = start
    var sender = ByteRange.none
    var name = ByteRange.none
    if line.hasPrefix("from=<", at: i) {
      guard let end = addressEnd(line, from: i + 6) else { return false }
      sender = ByteRange(i + 6, end)
      i = behindField(line, end + 1)
    }
    if line.hasPrefix("to=<", at: i) {
      guard let end = addressEnd(line, from: i + 4) else { return false }
      i = behindField(line, end + 1)
    }
    if line.hasPrefix("proto=", at: i) {
      i += 6
      while i < line.count, line[i] != 32, line[i] != 44 { i += 1 }
      i = behindField(line, i)
    }
    if line.hasPrefix("helo=<", at: i) {
      let begin = i + 6
      guard let end = nameEnd(line, from: begin) else { return false }
      name = ByteRange(begin, end)
      i = behindField(line, end + 1)
    }
    guard i > start else { return false }
    var user = ByteRange.none
    if i < line.count {
      guard let login = login(line, from: i) else { return false }
      user = login
    }
    event.second = sender
    event.third = name
    event.fifth = user
    return true
  }

  /// Reads who was logged in, up to the end of the line: empty when only the method is told, nothing when this is none of it.
  ///
  /// Postfix 3.10 writes ` sasl_method=PLAIN sasl_username=bob@example.org sasl_sender=…`; answers of milters and filters have
  /// ` sasl_username=<bob@example.org>` since 3.2. No bracket is in the name, nor behind it: a recipient who imitates this has
  /// the true facts behind him.
  private static func login(_ line: borrowing Span<UInt8>, from start: Int) -> ByteRange? {
    var i = start
    if line.hasPrefix("sasl_method=", at: i) { i = (line.firstIndex(of: 32, from: i) ?? line.count - 1) + 1 }
    if i >= line.count { return i > start ? ByteRange.none : nil }
    guard line.hasPrefix("sasl_username=", at: i) else { return nil }
    let begin = i + 14
    guard begin < line.count else { return ByteRange.none }
    let isBracketed = line[begin] == UInt8(ascii: "<")
    let close = isBracketed ? line.count - 1 : line.count
    i = isBracketed ? begin + 1 : begin
    guard i <= close, !isBracketed || line[close] == UInt8(ascii: ">") else { return nil }
    for k in i..<close where line[k] == UInt8(ascii: "<") || line[k] == UInt8(ascii: ">") { return nil }
    return ByteRange(i, isBracketed ? close : lastSender.first(in: line, from: begin) ?? close)
  }

  /// Whether a place of the reply lies within an address that it quotes.
  private static func isQuoted(_ line: borrowing Span<UInt8>, from start: Int, to place: Int) -> Bool {
    var i = start
    while let open = line.firstIndex(of: UInt8(ascii: "<"), from: i), open < place {
      guard let end = addressEnd(line, from: open + 1), end < place else { return true }
      i = end + 1
    }
    return false
  }

  /// Index of the `>` that ends an address: quoted text may hold one.
  private static func addressEnd(_ line: borrowing Span<UInt8>, from start: Int) -> Int? {
    guard let close = line.firstIndex(of: UInt8(ascii: ">"), from: start) else { return nil }
    let quote = line.extracting(start..<close).firstIndex(ofEither: UInt8(ascii: "\""), UInt8(ascii: "\\"), from: 0)
    return quote == close &- start ? close : quotedEnd(line, from: start)
  }

  private static func quotedEnd(_ line: borrowing Span<UInt8>, from start: Int) -> Int? {
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
  private static func nameEnd(_ line: borrowing Span<UInt8>, from start: Int) -> Int? {
    line.firstIndex(of: UInt8(ascii: ">"), from: start)
  }

  /// Index of the next field: behind a space, or a comma and a space.
  private static func behindField(_ line: borrowing Span<UInt8>, _ i: Int) -> Int {
    if i < line.count, line[i] == 44 { return i + 2 }
    return i + 1
  }

  /// What can be said of facts that are cut off or quoted in no known way: the last of each name.
  private static func guess(_ line: borrowing Span<UInt8>, from start: Int, into event: inout LogEvent) {
    if let place = lastFrom.last(in: line, from: start) {
      let begin = place + lastFrom.count
      event.first = ByteRange(start, place)
      if let end = lastTo.first(in: line, from: begin) ?? lastProto.first(in: line, from: begin) {
        event.second = ByteRange(begin, end)
      }
    }
    if let place = lastHelo.last(in: line, from: start), let end = nameEnd(line, from: place + lastHelo.count) {
      event.third = ByteRange(place + lastHelo.count, end)
    }
  }
}
