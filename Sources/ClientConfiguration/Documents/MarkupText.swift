/// Text as it may stand in XML.
enum MarkupText {
  /// The text with what XML would obey escaped, and what XML 1.0 cannot hold left out.
  static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;".unicodeScalars
      case "<": result += "&lt;".unicodeScalars
      case ">": result += "&gt;".unicodeScalars
      case "\"": result += "&quot;".unicodeScalars
      case _ where scalar.value < 0x20 || scalar.value == 0xfffe || scalar.value == 0xffff: result.append(" ")
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
