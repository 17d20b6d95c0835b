/// What a server said to one sender, where the commands went no further.
public struct SignatureReply: Codable, Sendable, Equatable {
  /// The last command: `MAIL` or `RCPT`.
  public var command: String
  /// Its reply code.
  public var code: Int
  /// The enhanced status code (RFC 3463), when there is one.
  public var enhancedCode: String?
  /// The text behind the codes.
  public var text: String

  /// Takes every part.
  public init(command: String, code: Int, enhancedCode: String?, text: String) {
    self.command = command
    self.code = code
    self.enhancedCode = enhancedCode
    self.text = text
  }
}
