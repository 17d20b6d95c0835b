/// The order of files that begin in the same second, by their names, in whatever order they were given.
///
/// `mail.log.2.gz` is older than `mail.log.1`, and `mail.log` is the newest; `s20260316-01.log` follows `s20260316-00.log`.
enum RotationOrder {
  static func precedes(_ a: String, _ b: String) -> Bool {
    let (left, right) = (parts(a), parts(b))
    if left.stem == right.stem, left.generation != right.generation { return left.generation > right.generation }
    return a < b
  }

  /// The name without its rotation number, and that number; 0 for the file that is being written.
  private static func parts(_ path: String) -> (stem: Substring, generation: Int) {
    var name = path[...]
    for packing in [".gz", ".bz2", ".xz", ".zst"] where name.hasSuffix(packing) { name = name.dropLast(packing.count) }
    guard let dot = name.lastIndex(of: "."), let number = Int(name[name.index(after: dot)...]), number >= 0,
      number < 100_000
    else { return (name, 0) }
    return (name[..<dot], number)
  }
}
