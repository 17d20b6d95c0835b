/// What a web server answered.
public struct WebAnswer: Sendable, Equatable {
  /// The status of HTTP.
  public var status: Int
  /// Where redirects led to.
  public var url: String
  /// The content, cut at the limit.
  public var body: [UInt8]

  /// Takes every part.
  public init(status: Int, url: String, body: [UInt8]) {
    self.status = status
    self.url = url
    self.body = body
  }
}
