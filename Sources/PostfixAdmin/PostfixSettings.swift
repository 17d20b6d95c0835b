/// Parameters that `postconf -n` prints: those that main.cf sets.
///
/// ```
/// smtpd_tls_auth_only = yes
/// mua_client_restrictions = permit_sasl_authenticated, reject
/// ```
///
/// Only parameters that a check asks for are kept, and lists of restrictions; nothing that holds a password is among
/// them (`smtp_sasl_password_maps = static:user:secret`).
public struct PostfixSettings: Sendable, Equatable {
  private var values: [String: String] = [:]
  /// Parameters that no check asks for.
  public private(set) var others = 0
  /// Lines that are no parameter.
  public private(set) var unrecognised = 0

  /// Nothing is set.
  public init() {}

  /// How many parameters are known.
  public var count: Int { values.count }

  /// Reads the output of `postconf -n`, or main.cf itself; the last value of a name holds.
  public static func parse(_ bytes: [UInt8]) -> PostfixSettings {
    var body = bytes[...]
    if body.starts(with: [0xef, 0xbb, 0xbf]) { body = body.dropFirst(3) }
    var settings = PostfixSettings()
    var logical: [String] = []
    for line in body.split(separator: 10) {
      let text = decoded(line.last == 13 ? line.dropLast() : line)
      if trimmed(text[...]).isEmpty || text.drop(while: isBlank).hasPrefix("#") { continue }
      if let first = text.first, isBlank(first), !logical.isEmpty {
        logical[logical.count - 1] += " " + trimmed(text[...])
      } else {
        logical.append(text)
      }
    }
    // The lists that restriction classes stand for have names of the administrator's own.
    var classes: Set<String> = []
    for line in logical where line.hasPrefix("smtpd_restriction_classes") {
      classes.formUnion(PostfixEvidence.words(String(line.drop { $0 != "=" }.dropFirst())))
    }
    for line in logical { settings.take(line, classes) }
    return settings
  }

  /// What main.cf says; nothing where Postfix's own default holds.
  public func value(_ name: String) -> String? { values[name] }

  private mutating func take(_ line: String, _ classes: Set<String>) {
    guard let sign = line.firstIndex(of: "=") else {
      unrecognised += 1
      return
    }
    let name = PostfixSettings.trimmed(line[..<sign])
    guard !name.isEmpty, name.utf8.allSatisfy({ $0 == 95 || (48...57).contains($0) || (97...122).contains($0 | 32) })
    else {
      unrecognised += 1
      return
    }
    guard
      PostfixDefaults.values[name] != nil || name.hasSuffix("_restrictions") || name.hasPrefix("mua_")
        || classes.contains(name)
    else {
      others += 1
      return
    }
    values[name] = PostfixSettings.trimmed(line[line.index(after: sign)...])
  }

  private static func isBlank(_ character: Character) -> Bool { character == " " || character == "\t" }

  private static func trimmed(_ text: Substring) -> String {
    String(text.drop(while: isBlank).reversed().drop(while: isBlank).reversed())
  }

  private static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    var scalars = String.UnicodeScalarView()
    for byte in bytes { scalars.append(Unicode.Scalar(byte)) }
    return String(scalars)
  }
}
