/// What a line of a bypass file looks at.
///
/// Raw values are those of `port587 bypass check --json`.
public enum BypassKind: String, Codable, Sendable, CaseIterable, Hashable {
  /// `s:` MAIL FROM.
  case sender
  /// `r:` the recipient.
  case recipient
  /// No prefix: sender, recipient or client address.
  case any
  /// `i:` the client's address.
  case address
  /// `a:` a host name whose A record is the client's address.
  case hostname
  /// `w:` a server of a DNS white list, which is asked for the client's address.
  case dnswl
  /// `f:` another bypass file.
  case include
  /// `l:` every local sender.
  case localSenders
  /// `t:` every session that is logged in or comes from a trusted address.
  case trustedSession
  /// Nothing that the grammar knows.
  case unknown
}
