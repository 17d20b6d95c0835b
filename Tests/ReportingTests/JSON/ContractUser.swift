import MailModel

/// A user whose clients name their HELO, known or not.
struct ContractUser: Encodable {
  var user: UserReport

  private enum Keys: String, CodingKey {
    case clients
  }

  func encode(to encoder: any Encoder) throws {
    try user.encode(to: encoder)
    guard user.clients.contains(where: { $0.helo == nil }) else { return }
    var container = encoder.container(keyedBy: Keys.self)
    try container.encode(user.clients.map(ContractClient.init), forKey: .clients)
  }
}
