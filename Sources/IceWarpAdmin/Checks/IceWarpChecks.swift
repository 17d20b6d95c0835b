import MailModel

/// Every check of IceWarp's settings, in the order of the catalogue; the one place to enter a new one.
public enum IceWarpChecks {
  /// All of them.
  public static let all: [any IceWarpCheck] = [
    C01SecondPort(), C02Bindings(), C03ServiceAccess(), C04SubmissionOption(), C05TLSDemanded(), C06TLSFloor(),
    C07AuthAvailable(), C08ClearTextLogin(), C09LoginPolicy(), C10TrustedAddresses(), C11POPBeforeSMTP(),
    C12WebClientPort(), C13ServerMail(), C14ActiveSync(), C15SmartDiscover(), C16LocalSenderLogin(), C17SenderIsLogin(),
    C18RelayForLocalDomain(), C19OutboundRelay(), C20Connections(), C21IntrusionPrevention(), C22HeloChecks(),
    C23ClientAddressVisible(), C24AccountPolicy(), C25Certificate(), C26HostNames(), C27Version(), A15BounceOption(),
    B01BypassNarrow(),
  ]

  /// The settings that any of them asks for, each once.
  public static let variables: [String] = {
    var seen = Set<String>()
    return all.flatMap(\.variables).filter { seen.insert($0).inserted }
  }()
}
