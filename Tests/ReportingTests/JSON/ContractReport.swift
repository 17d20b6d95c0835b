import MailModel

/// The model as the contract shows it: what is not known stands there as `null` and is not left out.
///
/// Each level lets the model encode itself and then adds to the same container, so a new field of the model needs
/// nothing here.
struct ContractReport: Encodable {
  var model: ReportModel

  private enum Keys: String, CodingKey {
    case window, users, refusals
  }

  func encode(to encoder: any Encoder) throws {
    try model.encode(to: encoder)
    var container = encoder.container(keyedBy: Keys.self)
    try container.encode(ContractWindow(window: model.window), forKey: .window)
    try container.encode(model.users.map(ContractUser.init), forKey: .users)
    try container.encode(model.refusals.map(ContractRefusal.init), forKey: .refusals)
  }
}
