/// What the clients behind an address do.
enum AddressRole: CaseIterable, Sendable {
  /// People's computers and telephones.
  case client
  /// Mail servers that deliver to local recipients.
  case server
  /// Those who try passwords.
  case guesser
  /// Printers, scanners and programs that are trusted by their address.
  case device
}
