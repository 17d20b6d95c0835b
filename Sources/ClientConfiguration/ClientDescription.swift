public import MailModel

/// The one description from which every document is made.
public struct ClientDescription: Sendable, Equatable {
  /// What users type as their name.
  public enum LoginName: String, Sendable, CaseIterable {
    /// The whole address.
    case address
    /// The part in front of the `@`.
    case localPart = "local-part"
  }

  /// The domain of the addresses, lower case.
  public var domain: String
  /// What programs show as the account's name.
  public var displayName: String
  /// Services, for each protocol the preferred first.
  public var services: [MailService]
  /// What users type as their name.
  public var loginName: LoginName
  /// The address of the one user for whom it is made; nothing where it is for everybody.
  public var address: String?

  /// Takes every part.
  public init(
    domain: String, displayName: String? = nil, services: [MailService], loginName: LoginName = .address,
    address: String? = nil
  ) {
    self.domain = domain
    self.displayName = displayName ?? domain
    self.services = services
    self.loginName = loginName
    self.address = address
  }

  /// The services of a protocol, the preferred first.
  public func services(_ proto: MailServiceProtocol) -> [MailService] { services.filter { $0.proto == proto } }

  /// The login name of the one user, if there is one.
  var userName: String? {
    address.map { loginName == .address ? $0 : String($0.prefix { $0 != "@" }) }
  }
}
