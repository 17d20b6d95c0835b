/// HMAC with SHA-256 (RFC 2104): a digest that nobody without the key can make or try out.
public enum HMACSHA256 {
  private static let blockBytes = 64

  /// The 32 bytes of the code of a message.
  public static func code(of message: [UInt8], key: [UInt8]) -> [UInt8] {
    var block = key.count > blockBytes ? SHA256.digest(key) : key
    block += [UInt8](repeating: 0, count: blockBytes - block.count)
    return SHA256.digest(block.map { $0 ^ 0x5c } + SHA256.digest(block.map { $0 ^ 0x36 } + message))
  }
}
