public import MailModel

/// What was seen, against which a bypass file is held.
public struct BypassWorld: Sendable {
  /// Refusals, logins on ports to be closed or unknown, and relays.
  public var sightings: [BypassSighting]
  /// Every client address with its sessions.
  public var addresses: [AddressReport]
  /// What was read.
  public var window: Window
  /// IceWarp's list of trusted addresses, where it was given.
  public var trusted: TrustedAddresses?
  /// Domains of the server, lower case.
  public var localDomains: Set<String>

  /// Takes every part.
  public init(
    sightings: [BypassSighting], addresses: [AddressReport], window: Window, trusted: TrustedAddresses?,
    localDomains: Set<String>
  ) {
    self.sightings = sightings
    self.addresses = addresses
    self.window = window
    self.trusted = trusted
    self.localDomains = localDomains
  }
}
