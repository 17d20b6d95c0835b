/// Finds a person's name in what a server said, and no longer name that it is a part of.
///
/// `ana@example.com` is in `550 <Ana@example.com>: no`, and not in `diana@example.com` or `ana@example.com.br`. What may belong to a name or stand before
/// one (`user=ana@example.com`) is taken to stand before it: rather a reply too many is forgotten than one too few.
struct NameInText {
  private let name: [UInt8]

  init(_ name: String) { self.name = Array(name.lowercased().utf8) }

  /// Whether the name stands in the text, in whatever letters.
  func isIn(_ text: String) -> Bool {
    let bytes = Array(text.lowercased().utf8)
    guard !name.isEmpty, bytes.count >= name.count else { return false }
    for start in 0...(bytes.count - name.count) where bytes[start] == name[0] {
      let end = start + name.count
      guard bytes[start..<end].elementsEqual(name) else { continue }
      let before = start > 0 ? bytes[start - 1] : nil
      if !isMore(before, isBefore: true), !isMore(end < bytes.count ? bytes[end] : nil, isBefore: false) { return true }
      // A full stop or a hyphen ends a sentence or a name, unless the name goes on behind it.
      if !isMore(before, isBefore: true), end < bytes.count,
        bytes[end] == UInt8(ascii: ".") || bytes[end] == UInt8(ascii: "-"),
        !isMore(end + 1 < bytes.count ? bytes[end + 1] : nil, isBefore: false)
      {
        return true
      }
    }
    return false
  }

  /// Whether a byte beside the name makes it a longer one.
  private func isMore(_ byte: UInt8?, isBefore: Bool) -> Bool {
    guard let byte else { return false }
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...: return true
    case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "+"): return true
    // A name without a domain is another one than the same with a domain.
    case UInt8(ascii: "@"): return isBefore || !name.contains(UInt8(ascii: "@"))
    default: return false
    }
  }
}
