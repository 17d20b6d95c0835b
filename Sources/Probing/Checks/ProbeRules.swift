/// Every check, in the order of the catalogue; the one place to enter a new one.
public enum ProbeRules {
  /// All of them.
  public static let all: [any ProbeRule] = [
    P01SubmissionReachable(), P02SubmissionsSpeaksTLS(), P03GreetingInTime(), P04IntroductionTaken(), P05NamesTaken(),
    P06STARTTLSOffered(), P07HandshakeSucceeds(), P08NothingSmuggledIn(), P09ModernTLS(), P10CertificateTrusted(),
    P11CertificateForHost(), P12ServiceNames(), P13NoPasswordInClear(), P14AuthOffered(), P15SenderNeedsLogin(),
    P16NoRelayWithoutLogin(), P17WrongPasswordToldPlainly(), P18LoginWorks(), P19OtherSender(), P20ExtensionsOffered(),
    P21UnqualifiedRefused(), P22UsersNotBlocked(), P23NoGreylisting(), P24Port25Reachable(), P25TLSNotDemandedOn25(),
    P26MailComesIn(), P27PostmasterTaken(), P28NoOpenRelay(), P29SignatureWithLogin(), P30SenderRefusedOn25(),
    P31LocalToLocalOn25(), P32NoAuthOn25(), P33TrustedNetworks(), P34SameEverywhere(),
    P35ServiceRecords(), P36PublishedSettings(), P37HostInDNS(), P38NetworkLetsPass(), P39ManyAtOnce(),
    P40OldDevices(), P41RelayFeatures(),
  ]
}
