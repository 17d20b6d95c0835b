/// One member of a packed file; a compressed file without an archive inside has exactly one.
public struct PackedMember: Sendable, Equatable {
  /// Its name in the archive, unsafe as a path; empty for a compressed file without an archive inside.
  public var name: String
  /// How it is packed, from outside in: `none`, `gzip`, `zip`, `tar`, `gzip+tar`, `zip+gzip`.
  public var packing: String
  /// How its text is coded.
  public var encoding: TextEncoding
  /// When it was last changed, in seconds since 1970, if the archive says so.
  public var modified: Int64?

  /// Takes every part.
  public init(name: String, packing: String, encoding: TextEncoding = .utf8, modified: Int64? = nil) {
    self.name = name
    self.packing = packing
    self.encoding = encoding
    self.modified = modified
  }
}
