/// A name in which `*` stands for any run of characters, compared without regard to ASCII case.
struct TextMask: Sendable, Equatable {
  /// The mask in lower case.
  let text: String
  private let parts: [[UInt8]]

  init(_ text: ArraySlice<UInt8>) {
    self.text = AddressText.lowercase(text)
    parts = Array(self.text.utf8).split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false).map(Array.init)
  }

  /// Whether it stands for more than one name.
  var isOpen: Bool { parts.count > 1 }

  /// Whether it stands for every name: `*`, and `*.*`, since every domain has a dot.
  var isEverything: Bool { isOpen && (parts.allSatisfy(\.isEmpty) || text == "*.*") }

  /// Whether it stands for every e-mail address: `*@*`.
  var isEveryMail: Bool {
    let halves = text.split(separator: "@", omittingEmptySubsequences: false)
    return halves.count == 2 && halves.allSatisfy { TextMask(Array($0.utf8)[...]).isEverything }
  }

  /// Whether the mask stands for this name.
  func matches(_ name: some StringProtocol) -> Bool {
    let bytes = Array(name.lowercased().utf8)
    guard let first = parts.first, let last = parts.last, isOpen else { return Array(text.utf8) == bytes }
    guard bytes.count >= first.count + last.count, bytes.starts(with: first), bytes.suffix(last.count) == last[...]
    else { return false }
    var rest = bytes[first.count..<(bytes.count - last.count)]
    // The leftmost place of each part leaves most room for those behind it.
    for part in parts.dropFirst().dropLast() where !part.isEmpty {
      guard let place = TextMask.place(of: part, in: rest) else { return false }
      rest = rest[(place + part.count)...]
    }
    return true
  }

  private static func place(of part: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
    guard bytes.count >= part.count else { return nil }
    return (bytes.startIndex...(bytes.endIndex - part.count)).first { bytes[$0..<($0 + part.count)] == part[...] }
  }
}
