import MailModel

/// The window with both ends, known or not.
struct ContractWindow: Encodable {
  var window: Window

  private enum Keys: String, CodingKey {
    case from, to
  }

  func encode(to encoder: any Encoder) throws {
    try window.encode(to: encoder)
    var container = encoder.container(keyedBy: Keys.self)
    if window.from == nil { try container.encodeNil(forKey: .from) }
    if window.to == nil { try container.encodeNil(forKey: .to) }
  }
}
