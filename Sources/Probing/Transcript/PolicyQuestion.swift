/// A sender and a recipient that the server is asked about, without sending a message.
public enum PolicyQuestion: String, Sendable, CaseIterable {
  /// A local sender to an address elsewhere: what a user does.
  case localToExternal
  /// Another local sender than the login to an address elsewhere; asked behind a login alone.
  case otherLocalToExternal
  /// A local sender to a local recipient.
  case localToLocal
  /// A sender of this domain whom nobody has ever heard of to a local recipient.
  case inventedLocalToLocal
  /// A sender elsewhere to a local recipient: what other servers do.
  case externalToLocal
  /// A sender elsewhere to an address elsewhere: relaying.
  case externalToExternal
  /// The same, as `user%elsewhere@here`.
  case percentHack
  /// The same, as `"user@elsewhere"@here`.
  case quotedHack
  /// The same, as `@here:user@elsewhere`.
  case sourceRoute
  /// The postmaster of the local domain.
  case postmaster
  /// A recipient without a domain.
  case unqualified
}
