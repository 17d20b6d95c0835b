import MailModel

/// A client with its HELO, known or not.
struct ContractClient: Encodable {
  var client: ClientReport

  private enum Keys: String, CodingKey {
    case helo
  }

  func encode(to encoder: any Encoder) throws {
    try client.encode(to: encoder)
    guard client.helo == nil else { return }
    var container = encoder.container(keyedBy: Keys.self)
    try container.encodeNil(forKey: .helo)
  }
}
