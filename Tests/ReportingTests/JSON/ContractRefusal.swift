import MailModel

/// A refusal with its enhanced status code, known or not.
struct ContractRefusal: Encodable {
  var refusal: RefusalReport

  private enum Keys: String, CodingKey {
    case enhancedCode
  }

  func encode(to encoder: any Encoder) throws {
    try refusal.encode(to: encoder)
    guard refusal.enhancedCode == nil else { return }
    var container = encoder.container(keyedBy: Keys.self)
    try container.encodeNil(forKey: .enhancedCode)
  }
}
