/// What rotation adds to the name of a log when it packs it: `mail.log.2.gz` is `mail.log.2`.
///
/// A name is all that is asked here; how a file is really packed is told by its bytes.
enum CompressionSuffix {
  private static let all = [".gz", ".bz2", ".xz", ".zst", ".zip"]

  /// The name without the suffixes, in whatever letter case they are.
  static func removed(from name: some StringProtocol) -> Substring {
    var rest = Substring(name)
    for suffix in all where rest.lowercased().hasSuffix(suffix) { rest = rest.dropLast(suffix.count) }
    return rest
  }
}
