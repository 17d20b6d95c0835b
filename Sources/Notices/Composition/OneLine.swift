/// Text of unknown origin as one harmless line: no control, format or invisible character, no line break.
public enum OneLine {
  /// The text with each such character replaced by `·`, cut at `most` characters.
  public static func make(_ text: String, most: Int = 200) -> String {
    if text.utf8.count <= most, text.utf8.allSatisfy({ (0x20..<0x7f).contains($0) }) { return text }
    var result = String.UnicodeScalarView()
    var count = 0
    for scalar in text.unicodeScalars {
      guard count < most else {
        result.append("…")
        break
      }
      result.append(isHidden(scalar) ? "·" : scalar)
      count += 1
    }
    return String(result)
  }

  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    // Letters of Latin scripts and the dashes and quotes of our own texts, without a look into the tables of Unicode.
    switch scalar.value {
    case 0x20...0x7e, 0xa1...0xac, 0xae...0x24f, 0x2010...0x2027, 0x2030...0x205e: return false
    default: break
    }
    if scalar.properties.isDefaultIgnorableCodePoint { return true }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: return true
    default: return false
    }
  }
}
