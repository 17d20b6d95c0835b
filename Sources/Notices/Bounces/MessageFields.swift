/// Header fields from one line on, to the empty line behind them (RFC 5322 section 2.2).
struct MessageFields {
  /// Fields that are kept; nobody writes more.
  private static let most = 500

  private var fields: [(name: String, value: String)] = []
  /// The first line behind the empty one.
  let end: Int

  init(_ lines: [ArraySlice<UInt8>], from start: Int, to limit: Int? = nil) {
    let limit = min(limit ?? lines.count, lines.count)
    var number = start
    while number < limit, !lines[number].isEmpty {
      let line = lines[number]
      number += 1
      if line.first == 0x20 || line.first == 0x09 {
        // A field of a kilobyte says all that is asked of it.
        if let last = fields.indices.last, fields[last].value.utf8.count < 1024 {
          fields[last].value += " " + MessageFields.text(line)
        }
        continue
      }
      guard fields.count < MessageFields.most, let colon = line.firstIndex(of: 0x3a) else { continue }
      fields.append(
        (String(decoding: line[..<colon], as: UTF8.self).lowercased(), MessageFields.text(line[(colon + 1)...])))
    }
    end = min(number + 1, max(limit, start))
  }

  /// The first field of a name in lower case.
  func first(_ name: String) -> String? { fields.first { $0.name == name }?.value }

  /// At most a kilobyte, without spaces at both ends.
  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
    let start = bytes.drop(while: isSpace).prefix(1024)
    let end = start.lastIndex { !isSpace($0) }.map { $0 + 1 } ?? start.startIndex
    return String(decoding: start[start.startIndex..<end], as: UTF8.self)
  }
}
