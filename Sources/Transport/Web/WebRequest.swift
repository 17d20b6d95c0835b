/// One question to a web server.
public struct WebRequest: Sendable, Equatable {
  /// The address, `https://` or `http://`.
  public var url: String
  /// What is sent with POST as `text/xml`; nothing makes it a GET.
  public var body: [UInt8]?
  /// Certificates to trust instead of the system's.
  public var caFile: String?
  /// `HOST:PORT:ADDRESS:PORT`: where to connect instead of what the DNS says.
  public var routes: [String]
  /// Seconds for everything.
  public var seconds: Int

  /// Takes every part.
  public init(url: String, body: [UInt8]? = nil, caFile: String? = nil, routes: [String] = [], seconds: Int = 10) {
    self.url = url
    self.body = body
    self.caFile = caFile
    self.routes = routes
    self.seconds = seconds
  }
}
