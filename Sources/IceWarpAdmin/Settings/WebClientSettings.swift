/// Through which server and port IceWarp's web client and ActiveSync send: `config/_webmail/server.xml`.
///
/// ```
/// <items><item><smtpserver>127.0.0.1</smtpserver><smtpport>587</smtpport></item></items>
/// ```
///
/// Either may be a list with `;`, the first for use and the others in reserve. Nothing else of the file is kept.
public struct WebClientSettings: Sendable, Equatable {
  /// One way to send.
  public struct Item: Sendable, Equatable {
    /// Servers, as they stand there, logins masked; 127.0.0.1 is what IceWarp takes where there is none.
    public var servers: [String] = []
    /// Ports as they stand there; 25 is what IceWarp takes where there is none.
    public var ports: [String] = []
  }

  /// The ways to send, in the order of the file; an `item` without either of both elements is none.
  public private(set) var items: [Item] = []
  /// Whether the file is XML, and not cut short.
  public private(set) var isMarkup = false

  /// Reads the file; what is not understood is passed over.
  public static func parse(_ bytes: [UInt8]) -> WebClientSettings {
    let text = PlainText.make(Array(TextLines.lines(of: bytes).joined(separator: [10]))[...])
    var settings = WebClientSettings()
    var item = Item()
    let (leaves, isWhole) = MarkupReader.leaves(of: text)
    settings.isMarkup = isWhole && !leaves.isEmpty
    for (element, content) in leaves {
      let parts = content.split(separator: ";").map { $0.filter { !$0.isWhitespace } }.filter { !$0.isEmpty }
      switch element {
      case "item":
        if !item.servers.isEmpty || !item.ports.isEmpty { settings.items.append(item) }
        item = Item()
      case "smtpserver": item.servers += parts.map { RelayField.isLikely($0) ? RelayField($0).masked : $0 }
      case "smtpport": item.ports += parts
      default: continue
      }
    }
    if !item.servers.isEmpty || !item.ports.isEmpty { settings.items.append(item) }
    return settings
  }
}
