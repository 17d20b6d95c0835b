/// How many columns of a terminal a text takes.
enum TextWidth {
  /// Columns of a text.
  static func columns(_ text: String) -> Int {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
    return text.reduce(0) { $0 + columns($1) }
  }

  /// Columns of what a reader sees as one character: 2 for Chinese, Japanese, Korean and emoji, 0 for a lone mark.
  static func columns(_ character: Character) -> Int {
    guard let first = character.unicodeScalars.first else { return 0 }
    switch first.value {
    case 0x0300...0x036f, 0x20d0...0x20ff, 0xfe00...0xfe0f: return 0
    case 0x1100...0x115f, 0x2e80...0x303e, 0x3041...0x33ff, 0x3400...0x4dbf, 0x4e00...0x9fff, 0xa000...0xa4cf,
      0xac00...0xd7a3, 0xf900...0xfaff, 0xfe30...0xfe6f, 0xff00...0xff60, 0xffe0...0xffe6, 0x1f300...0x1faff,
      0x20000...0x3fffd:
      return 2
    default: return 1
    }
  }

  /// The text cut to a width, with `…` where something was cut.
  static func cut(_ text: String, to width: Int) -> String {
    if columns(text) <= width { return text }
    guard width > 0 else { return "" }
    var result = ""
    var used = 0
    for character in text {
      let wide = columns(character)
      if used + wide > width - 1 { break }
      result.append(character)
      used += wide
    }
    return result + "…"
  }

  /// The text cut and filled to exactly this width.
  static func pad(_ text: String, to width: Int, right: Bool = false) -> String {
    let cut = cut(text, to: width)
    let space = String(repeating: " ", count: max(0, width - columns(cut)))
    return right ? space + cut : cut + space
  }

  /// The words of a text in lines of at most this width; a word that is longer is broken.
  static func wrap(_ text: String, to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ").map(String.init) {
      if line.isEmpty {
        line = word
      } else if columns(line) + 1 + columns(word) <= width {
        line += " " + word
      } else {
        lines.append(line)
        line = word
      }
      while columns(line) > width, width > 0 {
        var head = ""
        while let next = line.first, columns(head) + columns(next) <= width || head.isEmpty {
          head.append(next)
          line.removeFirst()
        }
        lines.append(head)
      }
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }
}
