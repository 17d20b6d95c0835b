/// When unpacking stops, since no log is like that (decompression bombs, CWE-409).
public struct UnpackLimits: Sendable, Equatable {
  /// Unpacked bytes per packed byte.
  ///
  /// Real logs pack 10 to 40 to 1, one line repeated for ever some hundred to 1.
  public var ratio: Int64
  /// So many unpacked bytes are given before the ratio is looked at.
  public var ratioGrace: Int64
  /// Unpacked bytes of one file, all members together.
  public var bytes: Int64
  /// Members of one archive.
  public var members: Int

  /// Takes every limit; the defaults are a thousand to one after 64 MiB, 1 TiB, and 100,000 members.
  public init(
    ratio: Int64 = 1_000, ratioGrace: Int64 = 64 << 20, bytes: Int64 = 1 << 40, members: Int = 100_000
  ) {
    self.ratio = ratio
    self.ratioGrace = ratioGrace
    self.bytes = bytes
    self.members = members
  }

  /// What is exceeded, in words; nil when all is well.
  func exceeded(unpacked: Int64, packed: Int64) -> String? {
    if unpacked > bytes { return "it unpacks to more than \(bytes) bytes" }
    guard unpacked > ratioGrace, unpacked / max(1, packed) >= ratio else { return nil }
    return "it unpacks to more than \(ratio) times its size"
  }
}
