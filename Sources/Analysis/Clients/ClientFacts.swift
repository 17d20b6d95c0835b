public import MailModel

/// What is known of a program or device, as far as it tells what that is.
///
/// Of the address and the number of identities there is only what recognisers ask of them. So there are few combinations, and an
/// answer can be kept: see `ClientGuesses`.
public struct ClientFacts: Sendable {
  /// What it said after HELO or EHLO, taken apart once for all recognisers; nothing when the log does not show it.
  let name: HeloName?
  /// Whether it said, as a literal, the very address that it comes from.
  let saysOwnAddress: Bool
  /// Loopback, or an address of the server itself.
  let isServerItself: Bool
  /// How many identities were seen from it.
  let senders: SenderRange

  /// Takes what the client said, its address, and how many identities were seen from it.
  public init(helo: String?, address: IPAddress, identities: Int, isServerItself: Bool) {
    let name = HeloName(helo)
    self.init(
      name: name, saysOwnAddress: name?.literal == address, isServerItself: isServerItself || address.isLoopback,
      senders: SenderRange(identities))
  }

  init(name: HeloName?, saysOwnAddress: Bool, isServerItself: Bool, senders: SenderRange) {
    self.name = name
    self.saysOwnAddress = saysOwnAddress
    self.isServerItself = isServerItself
    self.senders = senders
  }

  /// Everything but the name, as one number below `combinations`.
  static func combination(saysOwnAddress: Bool, isServerItself: Bool, senders: SenderRange) -> Int {
    (saysOwnAddress ? 6 : 0) + (isServerItself ? 3 : 0) + Int(senders.rawValue)
  }
  /// How many there are of it.
  static let combinations = 12
}
