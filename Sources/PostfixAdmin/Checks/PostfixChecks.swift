import MailModel

/// Every check of Postfix's settings, in the order of the catalogue; the one place to enter a new one.
public enum PostfixChecks {
  /// All of them.
  public static let all: [any PostfixCheck] = [
    PF01SubmissionService(), PF02SubmissionsService(), PF03AuthOn25(), PF04TLSBeforeLogin(), PF05TLSOn587(),
    PF06TLSNotDemandedOn25(), PF07ServiceLabels(), PF08ServerChecksOn587(), PF09NoOpenRelay(), PF10TrustedNetworks(),
    PF11SenderIsLogin(), PF12OutboundRelay(), PF13ConnectionLimits(), PF14TLSFloor(), PF15Mechanisms(),
  ]
}
