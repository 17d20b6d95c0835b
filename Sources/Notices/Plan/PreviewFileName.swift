public import MailModel

/// A file name that every file system takes, made of an address.
public enum PreviewFileName {
  /// `ana@example.com.eml`; what some system refuses becomes `_`, and such a name gets a few digits of its hash.
  public static func make(_ address: String, kind: NoticeKind) -> String {
    let folded = address.lowercased()
    var isChanged = false
    var name = ""
    for byte in folded.utf8.prefix(100) {
      switch byte {
      case 0x30...0x39, 0x61...0x7a, 0x2d, 0x2e, 0x40, 0x5f, 0x2b: name.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        name += "_"
        isChanged = true
      }
    }
    let stem = name.prefix { $0 != "." && $0 != "@" }
    let reserved =
      ["con", "prn", "aux", "nul"].contains(String(stem)) || stem.hasPrefix("com") || stem.hasPrefix("lpt")
    if name.hasPrefix(".") || name.hasPrefix("-") || reserved {
      name = "_" + name
      isChanged = true
    }
    if isChanged || folded.utf8.count > 100 {
      name += "-" + MessageID.token(campaign: "", kind: kind, recipient: folded, round: 0).prefix(8)
    }
    return name + (kind == .notice ? ".eml" : ".\(kind.rawValue).eml")
  }
}
