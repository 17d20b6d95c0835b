public import MailModel

/// A series of notices with one cut-over date: what is the same for everybody.
public struct Campaign: Sendable, Equatable {
  /// What tells it from others, in ledger and message ids: the cut-over date, for instance `2026-12-01`.
  public var name: String { "\(cutover)" }
  /// From when on the old way no longer works.
  public var cutover: CivilDate
  /// What users shall type as outgoing server.
  public var server: String
  /// The port with STARTTLS, when it is to be named.
  public var starttlsPort: Int? = 587
  /// The port with TLS from the first byte, when it is to be named.
  public var tlsPort: Int? = 465
  /// Whether users log in with the whole address, or with what stands before the `@`.
  public var usesWholeAddress = true
  /// Whom the notices come from.
  public var from: Mailbox
  /// Where answers go.
  public var replyTo: Mailbox?
  /// Who signs.
  public var organisation: String
  /// Whom to ask, for instance a telephone number.
  public var contact: String
  /// A page of the administrator with more instructions (https).
  public var guide: String?
  /// Where a file for automatic set-up is published (https).
  public var autoconfig: String?
  /// Where one takes oneself off the list; `{address}` and `{token}` stand for the recipient (https).
  public var optOutURL: String?
  /// A profile for Apple's mail programs that goes along.
  public var profile: MessageAttachment?
  /// The exact text with which the server refuses, when it is known.
  public var refusalText: String?
  /// How many rounds there are.
  public var maxRounds = 3
  /// The clock of the times shown.
  public var zone = ZoneRules(fixedOffset: 0)

  /// Takes what every campaign needs.
  public init(cutover: CivilDate, server: String, from: Mailbox, organisation: String, contact: String) {
    self.cutover = cutover
    self.server = server
    self.from = from
    self.organisation = organisation
    self.contact = contact
  }
}
