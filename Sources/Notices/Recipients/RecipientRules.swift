public import MailModel

/// Who may be told.
public struct RecipientRules: Sendable {
  /// Domains, lower case, that mail may leave for.
  public var domains: Set<String>
  /// Whether senders without a login are told as well, if the account list has them.
  public var includesSenders = false
  /// Whether identities whose port is unknown are told as well.
  public var includesUnknown = false
  /// Who does not want to be told.
  public var optOut = OptOutList()
  /// Mailboxes by address, when an account list was given.
  public var accounts: AccountDirectory?
  /// Languages by address or domain.
  public var languages = LanguageTable()
  /// From how many device names on, on ports to be closed, a login counts as shared by many.
  public var sharedFrom = 6
  /// From how many senders (MAIL FROM) on a login counts as shared by many, at most `UserReport.manySenders`.
  public var sendersFrom = 4

  /// Takes the domains; everything else has the careful value.
  public init(domains: Set<String>) { self.domains = domains }
}
