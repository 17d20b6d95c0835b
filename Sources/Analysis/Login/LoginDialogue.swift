/// An AUTH exchange in progress: takes the user name out of it and lets everything else fall.
///
/// Only the answer that carries the name is ever decoded for keeping, and of it only the name is kept. What answers a
/// password prompt is not even decoded: a secret that was never read cannot be shown.
struct LoginDialogue: Sendable {
  private(set) var mechanism = LoginMechanism.other
  /// The name as the client gave it.
  private(set) var name = PackedText()
  /// Room to decode an answer in; it is wiped at once.
  private var decoded = PackedText()
  /// The client sent `*`, which ends the exchange (RFC 4954 section 4).
  private(set) var isCancelled = false
  private(set) var answers = 0
  private var prompts = 0
  private var awaitsSecret = false
  /// Whether the name can be nothing else, such as the password.
  private(set) var nameIsCertain = true

  /// No exchange.
  init() {}

  /// Begins an exchange and forgets the one before.
  mutating func begin(_ mechanism: LoginMechanism) {
    self.mechanism = mechanism
    name.count = 0
    isCancelled = false
    answers = 0
    prompts = 0
    awaitsSecret = false
    nameIsCertain = true
  }

  /// Writes what is known of the exchange: the name, and never an answer.
  func encode(into out: inout ByteWriter) {
    out.number(mechanism.rawValue)
    out.text(name.bytes)
    for flag in [isCancelled, awaitsSecret, nameIsCertain] { out.flag(flag) }
    out.number(answers)
    out.number(prompts)
  }

  init(_ reader: inout ByteReader) throws(EncodingFault) {
    guard let mechanism = LoginMechanism(rawValue: try reader.byte()) else { throw EncodingFault("no such mechanism") }
    self.mechanism = mechanism
    name = PackedText(try reader.text())
    isCancelled = try reader.flag()
    awaitsSecret = try reader.flag()
    nameIsCertain = try reader.flag()
    answers = try reader.integer()
    prompts = try reader.integer()
  }

  /// `334 VXNlcm5hbWU6` or `334 UGFzc3dvcmQ6`.
  mutating func prompt(_ line: borrowing Span<UInt8>, _ range: Range<Int>) {
    prompts += 1
    guard mechanism == .login else { return }
    let asksName: Bool
    let asksPassword: Bool
    // "Username:" and "Password:", as nearly all servers say.
    if LoginDialogue.equals(line, range, LoginDialogue.usernamePrompt) {
      (asksName, asksPassword) = (true, false)
    } else if LoginDialogue.equals(line, range, LoginDialogue.passwordPrompt) {
      (asksName, asksPassword) = (false, true)
    } else {
      let prompt = Base64.decode(line, range, into: &decoded) ? decoded.bytes : []
      asksName = LoginDialogue.contains(prompt, "user") || LoginDialogue.contains(prompt, "name")
      asksPassword = LoginDialogue.contains(prompt, "pass")
    }
    awaitsSecret = asksPassword || (!asksName && prompts > (answers > 0 ? 0 : 1))
  }

  /// The initial response of the AUTH line, or a line that the client sent while the exchange was open.
  mutating func answer(_ line: borrowing Span<UInt8>, _ range: Range<Int>, isInitial: Bool) {
    if range.count == 1, line[range.lowerBound] == 0x2a, !isInitial {
      isCancelled = true
      return
    }
    if isInitial, range.count == 1, line[range.lowerBound] == 0x3d { return }
    answers += 1
    switch mechanism {
    case .login:
      if !name.isEmpty || awaitsSecret {
        // A second answer proves that the first one was the name.
        nameIsCertain = true
        return
      }
      guard isInitial || answers == 1 || prompts > 0 else { return }
      // Without any prompt in the log, one answer alone could as well be the password.
      nameIsCertain = isInitial || prompts > 0
      if Base64.decode(line, range, into: &decoded), let found = LoginDialogue.readable(in: decoded, 0..<decoded.count),
        // "XXX" is a mask: base64 comes by four.
        range.count % 4 == 0 || decoded.firstIndex(of: 0x40, from: 0) != nil
      {
        name.set(decoded, found)
      } else {
        name = PackedText(LoginDialogue.plainAddress(line, range) ?? [])
      }
    default:
      guard name.isEmpty, Base64.decode(line, range, into: &decoded) else { break }
      switch mechanism {
      case .plain: if let found = LoginDialogue.plainName(in: decoded) { name.set(decoded, found) }
      case .cramMD5: if let found = LoginDialogue.challengedName(in: decoded) { name.set(decoded, found) }
      default: name = PackedText(LoginDialogue.name(in: decoded.bytes, mechanism) ?? [])
      }
    }
    decoded.wipe()
  }

  private static func name(in answer: [UInt8], _ mechanism: LoginMechanism) -> [UInt8]? {
    switch mechanism {
    case .login, .plain, .cramMD5, .other: return nil
    case .digestMD5: return readable(quoted(answer, after: "username=\""))
    case .xoauth2: return readable(field(answer, after: "user=", until: 1))
    case .oauthBearer: return readable(field(answer, after: "a=", until: 0x2c))
    case .scram: return readable(field(answer, after: "n=", until: 0x2c))
    case .external: return readable(answer[...])
    case .ntlm: return NTLMMessage.userName(answer).flatMap { readable($0[...]) }
    }
  }

  /// authorization identity NUL authentication identity NUL password (RFC 4616 section 2): the second.
  private static func plainName(in answer: borrowing PackedText) -> Range<Int>? {
    guard let first = answer.firstIndex(of: 0, from: 0), let second = answer.firstIndex(of: 0, from: first + 1) else {
      return nil
    }
    return readable(in: answer, (first + 1)..<second)
  }

  /// name SPACE 32 hexadecimal digits (RFC 2195 section 2); the name may hold spaces.
  private static func challengedName(in answer: borrowing PackedText) -> Range<Int>? {
    let space = answer.count - 33
    guard space >= 0, answer.firstIndex(of: 0x20, from: space) == space,
      answer.firstIndex(of: 0x20, from: space + 1) == nil
    else { return nil }
    return readable(in: answer, 0..<space)
  }

  /// A name that a person could have typed: 1 to 254 bytes of UTF-8 without control characters.
  ///
  /// A masked answer
  /// (`xxxxxxxx` decodes to noise) does not pass.
  static func readable(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
    let text = PackedText(Array(bytes))
    return readable(in: text, 0..<text.count).map { Array(text.bytes[$0]) }
  }

  /// Where that name stands among the bytes.
  private static func readable(in text: borrowing PackedText, _ range: Range<Int>) -> Range<Int>? {
    var end = range.upperBound
    while end > range.lowerBound {
      let last = text.word(at: end - 1, upTo: end)
      guard last == 0 || last == 13 || last == 10 else { break }
      end -= 1
    }
    guard end > range.lowerBound, end - range.lowerBound <= 254 else { return nil }
    let tops: UInt64 = 0x8080_8080_8080_8080
    let ones: UInt64 = 0x0101_0101_0101_0101
    var isMasked = true
    var beyondASCII: UInt64 = 0
    var place = range.lowerBound
    while place < end {
      let rest = end - place
      // What fills the last word up is a "*", which changes nothing.
      let word = text.word(at: place, upTo: end) | (rest < 8 ? 0x2a &* ones &<< UInt64(8 * rest) : 0)
      let low = word & ~tops
      // Adding 0x80 - n to a byte below 0x80 sets its top bit from n on, without a carry.
      let isPrintable = (low &+ (0x80 - 0x20) &* ones) & ~(low &+ 1 &* ones) | word
      guard isPrintable & tops == tops else { return nil }
      beyondASCII |= word & tops
      let isStar = ~((word ^ 0x2a &* ones) & ~tops &+ 0x7f &* ones | word)
      let isSpace = ~((word ^ 0x20 &* ones) & ~tops &+ 0x7f &* ones | word)
      if (isStar | isSpace) & tops != tops { isMasked = false }
      place += 8
    }
    guard !isMasked else { return nil }
    guard beyondASCII == 0 || String(validating: text.bytes[range.lowerBound..<end], as: UTF8.self) != nil else {
      return nil
    }
    return range.lowerBound..<end
  }

  /// A name that the log shows in clear, when it is an address and so can be nothing else.
  private static func plainAddress(_ line: borrowing Span<UInt8>, _ range: Range<Int>) -> [UInt8]? {
    var text: [UInt8] = []
    var at = 0
    for i in range where text.count < 255 {
      if line[i] == 0x20 { return nil }
      if line[i] == 0x40 { at += 1 }
      text.append(line[i])
    }
    return at == 1 && text.first != 0x40 && text.last != 0x40 ? readable(text[...]) : nil
  }

  private static let usernamePrompt = Array("VXNlcm5hbWU6".utf8)
  private static let passwordPrompt = Array("UGFzc3dvcmQ6".utf8)

  private static func equals(_ line: borrowing Span<UInt8>, _ range: Range<Int>, _ text: [UInt8]) -> Bool {
    guard range.count == text.count else { return false }
    for i in 0..<text.count where line[range.lowerBound + i] != text[i] { return false }
    return true
  }

  private static func contains(_ bytes: [UInt8], _ word: String) -> Bool {
    let wanted = Array(word.utf8)
    guard bytes.count >= wanted.count else { return false }
    return (0...(bytes.count - wanted.count)).contains { start in
      wanted.indices.allSatisfy { bytes[start + $0] | 0x20 == wanted[$0] }
    }
  }

  private static func field(_ bytes: [UInt8], after key: String, until end: UInt8) -> ArraySlice<UInt8> {
    let wanted = Array(key.utf8)
    guard bytes.count >= wanted.count else { return [] }
    for start in 0...(bytes.count - wanted.count) where Array(bytes[start..<(start + wanted.count)]) == wanted {
      // A key begins at the start or behind a separator; "data=" holds no "a=".
      if start > 0, bytes[start - 1] != 0x2c, bytes[start - 1] != 1 { continue }
      let rest = bytes[(start + wanted.count)...]
      return rest.prefix { $0 != end }
    }
    return []
  }

  private static func quoted(_ bytes: [UInt8], after key: String) -> ArraySlice<UInt8> {
    let wanted = Array(key.utf8)
    guard bytes.count >= wanted.count else { return [] }
    for start in 0...(bytes.count - wanted.count) where Array(bytes[start..<(start + wanted.count)]) == wanted {
      if start > 0, bytes[start - 1] != 0x2c, bytes[start - 1] != 0x20 { continue }
      return bytes[(start + wanted.count)...].prefix { $0 != 0x22 }
    }
    return []
  }
}
