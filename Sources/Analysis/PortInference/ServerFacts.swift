public import MailModel

/// What holds for the whole server, for the rules that conclude ports.
public struct ServerFacts: Sendable, Equatable {
  /// What its ports take.
  ///
  /// Empty when nothing was asked; then rules that compare ports say nothing.
  public var offers: [PortOffer]
  /// IceWarp's message submission is on (`C_Mail_SMTP_Delivery_MessageSubmission`).
  public var messageSubmission: Bool
  /// The log shows TLS where there is any.
  public var showsTLS: Bool
  /// Which ports are which.
  public var policy: PortPolicy

  /// Takes every part.
  public init(
    offers: [PortOffer] = [], messageSubmission: Bool = false, showsTLS: Bool = false, policy: PortPolicy = PortPolicy()
  ) {
    self.offers = offers
    self.messageSubmission = messageSubmission
    self.showsTLS = showsTLS
    self.policy = policy
  }
}
