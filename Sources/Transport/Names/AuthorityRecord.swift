/// A CAA record (RFC 8659): who may issue certificates for a name.
public struct AuthorityRecord: Sendable, Equatable {
  /// For instance `issue`, lower case.
  public var tag: String
  /// For instance `ca.example.net`; `;` allows nobody.
  public var value: String

  /// Takes both parts.
  public init(tag: String, value: String) {
    self.tag = tag
    self.value = value
  }

  /// Reads the data of a record: flags, length of the tag, tag, value.
  init?(_ data: [UInt8]) {
    guard data.count >= 2, data.count >= 2 + Int(data[1]), data[1] > 0 else { return nil }
    let middle = 2 + Int(data[1])
    tag = String(decoding: data[2..<middle], as: UTF8.self).lowercased()
    value = String(decoding: data[middle...], as: UTF8.self)
  }

  /// The authority that may issue, nothing where this record allows nobody.
  public var issuer: String? {
    let name = value.prefix { $0 != ";" }.trimmingPrefix { $0 == " " }
    let bare = name.split(separator: " ").first.map(String.init)
    return bare
  }
}
