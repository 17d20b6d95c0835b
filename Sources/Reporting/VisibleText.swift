/// Text from a log, made harmless for eyes, terminals and browsers.
///
/// Logs hold what strangers sent: `EHLO \e[2J`, `MAIL FROM:<\u{202E}moc.elpmaxe@ana>`. Whatever would move a cursor,
/// turn the direction of writing or hide itself becomes a visible sign; everything else stays as it is.
enum VisibleText {
  /// The text with every control, format and invisible character replaced.
  static func make(_ text: String) -> String {
    if text.utf8.allSatisfy({ (0x20..<0x7f).contains($0) }) { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0..<0x20: result.unicodeScalars.append(picture(0x2400 + scalar.value))
      case 0x7f: result.unicodeScalars.append("\u{2421}")
      case 0x20..<0x7f: result.unicodeScalars.append(scalar)
      default:
        if isHidden(scalar) {
          result += "⟨U+\(hex(scalar.value))⟩"
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return apart(result)
  }

  /// Takes marks off the five characters that HTML gives a meaning.
  ///
  /// Swift and the template library see `"` and a combining accent as one `Character`, which is not the `"` that gets
  /// escaped; a browser sees the `"`.
  private static func apart(_ text: String) -> String {
    let special: Set<Unicode.Scalar> = ["<", ">", "&", "\"", "'"]
    var result = ""
    for character in text {
      let scalars = character.unicodeScalars
      if scalars.count > 1, scalars.contains(where: { special.contains($0) }) {
        for scalar in scalars { result += special.contains(scalar) ? String(scalar) : "⟨U+\(hex(scalar.value))⟩" }
      } else {
        result.append(character)
      }
    }
    return result
  }

  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.properties.isDefaultIgnorableCodePoint { return true }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: return true
    default: return false
    }
  }

  private static func picture(_ value: UInt32) -> Unicode.Scalar { Unicode.Scalar(value) ?? "\u{FFFD}" }

  private static func hex(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
