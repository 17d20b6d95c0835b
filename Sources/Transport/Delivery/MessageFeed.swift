/// What one transfer reads from and writes to while libcurl works on it.
final class MessageFeed {
  private let message: [UInt8]
  private var position = 0
  private var line: [UInt8] = []
  /// The last line of each reply, oldest first; 334 holds parts of the login, 221 answers the QUIT of a connection given up.
  private(set) var replies: [(code: Int, text: String)] = []
  /// Whether the message was read to its end.
  private(set) var isHandedOver = false

  init(_ message: [UInt8]) { self.message = message }

  /// The next bytes of the message, at most so many.
  func next(_ most: Int) -> ArraySlice<UInt8> {
    let end = min(position + most, message.count)
    let part = message[position..<end]
    position = end
    if part.isEmpty { isHandedOver = true }
    return part
  }

  /// Takes one line of a reply: `250-SIZE 10240000` goes on, `250 2.1.5 Ok` is the last.
  func take(_ bytes: some Sequence<UInt8>) {
    line = Array(bytes)
    while let last = line.last, last == 10 || last == 13 { line.removeLast() }
    guard line.count >= 3, line[0..<3].allSatisfy({ (48...57).contains($0) }), line.count == 3 || line[3] == 32 else {
      return
    }
    let code = line[0..<3].reduce(0) { $0 * 10 + Int($1 - 48) }
    guard code != 334, code != 221 else { return }
    let readable = line.prefix(512).map { (0x20..<0x7f).contains($0) ? $0 : UInt8(ascii: "?") }
    replies.append((code, String(decoding: readable, as: UTF8.self)))
  }
}
