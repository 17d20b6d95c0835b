import FoundationEssentials
public import MailModel

/// What a certificate says (RFC 5280).
public struct CertificateFacts: Sendable, Equatable {
  /// For instance `CN=mail.example.com`.
  public var subject = ""
  /// Who signed it.
  public var issuer = ""
  /// Host names and addresses of subjectAltName.
  public var names: [String] = []
  /// Services of subjectAltName (SRV-ID, RFC 4985), for instance `_submission.example.com`.
  public var serviceNames: [String] = []
  /// Its first moment.
  public var notBefore = Timestamp(milliseconds: 0)
  /// Its last moment.
  public var notAfter = Timestamp(milliseconds: 0)
  /// For instance `RSA 2048` or `EC P-256`.
  public var key = ""
  /// Bits of an RSA key; nothing for other kinds.
  public var rsaBits: Int?
  /// The object identifier of the signature's algorithm.
  public var signatureAlgorithm = ""
  /// Whether it says where its issuer's certificate is found, as certificates of public authorities do.
  public var namesIssuerAddress = false

  /// Whether it vouches for itself.
  public var isSelfIssued: Bool { subject == issuer }
  /// Whether its signature stands on SHA-1 or MD5.
  public var hasWeakSignature: Bool {
    ["1.2.840.113549.1.1.5", "1.2.840.113549.1.1.4", "1.2.840.10045.4.1"].contains(signatureAlgorithm)
  }

  /// Reads a certificate in PEM.
  public init?(pem: String) {
    let body = pem.split(separator: "\n").filter { !$0.hasPrefix("-----") }.joined()
    guard let data = Data(base64Encoded: body, options: .ignoreUnknownCharacters) else { return nil }
    self.init(der: Array(data))
  }

  /// Reads a certificate in DER.
  public init?(der: [UInt8]) {
    var outer = DERReader(der[...])
    guard var whole = outer.next(0x30)?.inside, var body = whole.next(0x30)?.inside else { return nil }
    _ = body.next(0xa0)
    guard body.next(0x02) != nil, var algorithm = body.next(0x30)?.inside, let from = body.next(0x30),
      var dates = body.next(0x30)?.inside, let to = body.next(0x30), var keyInfo = body.next(0x30)?.inside,
      let begins = dates.next().flatMap(CertificateFacts.time), let ends = dates.next().flatMap(CertificateFacts.time)
    else { return nil }
    signatureAlgorithm = algorithm.next(0x06).map { DERReader.objectIdentifier($0.content) } ?? ""
    issuer = CertificateFacts.name(from.inside)
    subject = CertificateFacts.name(to.inside)
    notBefore = begins
    notAfter = ends
    readKey(&keyInfo)
    while let part = body.next() {
      guard part.tag == 0xa3 else { continue }
      var wrapped = part.inside
      guard var extensions = wrapped.next(0x30)?.inside else { continue }
      while var one = extensions.next(0x30)?.inside { readExtension(&one) }
    }
  }

  private mutating func readKey(_ info: inout DERReader) {
    guard var algorithm = info.next(0x30)?.inside, let kind = algorithm.next(0x06) else { return }
    switch DERReader.objectIdentifier(kind.content) {
    case "1.2.840.113549.1.1.1":
      guard let bits = info.next(0x03)?.content.dropFirst() else { return }
      var outer = DERReader(bits)
      guard var pair = outer.next(0x30)?.inside, let modulus = pair.next(0x02) else { return }
      let number = modulus.content.drop { $0 == 0 }
      let count = number.count * 8 - (number.first?.leadingZeroBitCount ?? 0)
      rsaBits = count
      key = "RSA \(count)"
    case "1.2.840.10045.2.1":
      let curve = algorithm.next(0x06).map { DERReader.objectIdentifier($0.content) } ?? ""
      let known = ["1.2.840.10045.3.1.7": "P-256", "1.3.132.0.34": "P-384", "1.3.132.0.35": "P-521"]
      key = "EC \(known[curve] ?? curve)"
    case "1.3.101.112": key = "Ed25519"
    case let other: key = other
    }
  }

  private mutating func readExtension(_ one: inout DERReader) {
    guard let kind = one.next(0x06) else { return }
    _ = one.next(0x01)
    guard let content = one.next(0x04)?.content else { return }
    var outer = DERReader(content)
    guard var list = outer.next(0x30)?.inside else { return }
    switch DERReader.objectIdentifier(kind.content) {
    case "2.5.29.17":
      while let name = list.next() {
        if name.tag == 0x82 { names.append(ReplyReader.readable(Array(name.content))) }
        if name.tag == 0xa0, let service = CertificateFacts.service(name) { serviceNames.append(service) }
        if name.tag == 0x87, let address = CertificateFacts.address(name.content) { names.append("\(address)") }
      }
    case "1.3.6.1.5.5.7.1.1":
      while var access = list.next(0x30)?.inside {
        let method = access.next(0x06).map { DERReader.objectIdentifier($0.content) }
        if method == "1.3.6.1.5.5.7.48.2" { namesIssuerAddress = true }
      }
    default: break
    }
  }

  /// The name of a service in `otherName`.
  private static func service(_ name: DERReader.Value) -> String? {
    var inside = name.inside
    guard let kind = inside.next(0x06), DERReader.objectIdentifier(kind.content) == "1.3.6.1.5.5.7.8.7",
      var wrapped = inside.next(0xa0)?.inside, let text = wrapped.next(0x16)
    else { return nil }
    return ReplyReader.readable(Array(text.content))
  }

  private static func address(_ bytes: ArraySlice<UInt8>) -> IPAddress? {
    let bits = bytes.reduce(UInt128(0)) { $0 << 8 | UInt128($1) }
    if bytes.count == 4 { return IPAddress(ipv4: UInt32(truncatingIfNeeded: bits)) }
    return bytes.count == 16 ? IPAddress(bits: bits) : nil
  }

  private static func name(_ parts: DERReader) -> String {
    let known = [
      "2.5.4.3": "CN", "2.5.4.6": "C", "2.5.4.7": "L", "2.5.4.8": "ST", "2.5.4.10": "O", "2.5.4.11": "OU",
      "1.2.840.113549.1.9.1": "emailAddress",
    ]
    var reader = parts
    var words: [String] = []
    while var set = reader.next(0x31)?.inside {
      while var pair = set.next(0x30)?.inside {
        guard let kind = pair.next(0x06), let value = pair.next() else { continue }
        let dotted = DERReader.objectIdentifier(kind.content)
        // BMPString is the one kind here whose bytes are not text as they stand.
        let bytes = value.tag == 0x1e ? Array(value.content).filter { $0 != 0 } : Array(value.content)
        words.append("\(known[dotted] ?? dotted)=\(ReplyReader.readable(bytes))")
      }
    }
    return words.joined(separator: ", ")
  }

  /// UTCTime `261123170000Z` (two digits of the year, 50 and above are of the last century) or GeneralizedTime `20261123170000Z`.
  private static func time(_ value: DERReader.Value) -> Timestamp? {
    var digits = value.content.prefix { (48...57).contains($0) }.map { Int($0 - 48) }
    if value.tag == 0x17, digits.count >= 2 { digits = (digits[0] >= 5 ? [1, 9] : [2, 0]) + digits }
    guard digits.count == 14 else { return nil }
    func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
    let (hour, minute, second) = (number(8..<10), number(10..<12), number(12..<14))
    guard let date = CivilDate(year: number(0..<4), month: number(4..<6), day: number(6..<8)), hour < 24, minute < 60,
      second <= 60
    else { return nil }
    let rest = hour * 3600 + minute * 60 + second
    return Timestamp(seconds: Int64(date.daysSinceEpoch) * 86_400 + Int64(rest))
  }
}
