extension PlainFile {
  /// Where the text begins: behind a byte order mark.
  public var textBegin: Int64 { Int64(markLength) }

  /// What the text begins with, behind a byte order mark.
  public func contentPrint() throws(FileError) -> ContentPrint {
    ContentPrint(head: try bytes(from: Int64(markLength), count: ContentPrint.headLength))
  }

  /// The hash of the bytes before a place, at most `ContentPrint.headLength` of them; nothing when the file is shorter.
  public func tailHash(at place: Int64) throws(FileError) -> UInt64? {
    let begin = max(Int64(markLength), place - Int64(ContentPrint.headLength))
    guard place >= begin else { return ContentPrint.hash([]) }
    let tail = try bytes(from: begin, count: Int(place - begin))
    return tail.count == Int(place - begin) ? ContentPrint.hash(tail) : nil
  }

  /// The place behind the last LF before `limit`, or 0: up to there every line is whole.
  public func lastLineEnd(before limit: Int64) throws(FileError) -> Int64 {
    var end = limit
    while end > 0 {
      let begin = max(0, end - 65_536)
      let block = try bytes(from: begin, count: Int(end - begin))
      if let last = block.lastIndex(of: 0x0A) { return begin + Int64(last) + 1 }
      end = begin
    }
    return 0
  }

  /// The begin of the first line at or after a place, not beyond `limit`.
  public func lineBegin(from place: Int64, limit: Int64) throws(FileError) -> Int64 {
    var begin = place - 1
    while begin >= 0, begin < limit {
      let block = try bytes(from: begin, count: Int(min(65_536, limit - begin)))
      if block.isEmpty { return limit }
      if let first = block.firstIndex(of: 0x0A) { return begin + Int64(first) + 1 }
      begin += Int64(block.count)
    }
    return place <= 0 ? 0 : limit
  }
}
