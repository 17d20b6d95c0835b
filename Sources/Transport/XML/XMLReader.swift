internal import CXML

/// Reads XML that a server sent, through libxml2, which is loaded by the first use.
///
/// Nothing is fetched and no entity that a document defines is replaced.
public enum XMLReader {
  /// Why nothing can be read, with what to do; nil where libxml2 is there.
  public static var fault: String? {
    let reason = unsafe cxml_load().map { unsafe String(cString: $0) }
    return LibraryFault.words(of: "libxml2", package: "libxml2", reason: reason)
  }

  /// Gives each event to `take` until it says false; false then, and where the bytes are no well-formed document.
  public static func read(_ bytes: [UInt8], _ take: (XMLEvent) -> Bool) -> Bool {
    unsafe bytes.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress, let count = Int32(exactly: bytes.count),
        let reader = unsafe cxml_open(start.assumingMemoryBound(to: CChar.self), count)
      else { return false }
      defer { unsafe cxml_close(reader) }
      while true {
        switch unsafe cxml_next(reader) {
        case 1: guard unsafe events(reader).allSatisfy(take) else { return false }
        case 0: return true
        default: return false
        }
      }
    }
  }

  private static func events(_ reader: OpaquePointer) -> [XMLEvent] {
    switch unsafe Int(cxml_kind(reader)) {
    case CXML_ELEMENT:
      let name = unsafe text(cxml_name(reader))
      let isEmpty = unsafe cxml_is_empty(reader) != 0
      var attributes: [String: String] = [:]
      while unsafe cxml_next_attribute(reader) != 0 {
        unsafe attributes[text(cxml_name(reader))] = text(cxml_value(reader))
      }
      return [.start(name: name, attributes: attributes)] + (isEmpty ? [.end] : [])
    case CXML_TEXT, CXML_CDATA, CXML_BLANK: return [.text(unsafe text(cxml_value(reader)))]
    case CXML_END: return [.end]
    default: return []
    }
  }

  private static func text(_ words: UnsafePointer<CChar>?) -> String {
    unsafe words.map { unsafe String(cString: $0) } ?? ""
  }
}
