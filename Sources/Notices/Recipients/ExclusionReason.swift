import MailModel

/// Why an identity gets no notice.
///
/// Each is listed with its reason; nobody is left out silently.
public enum ExclusionReason: Sendable, Hashable {
  /// Submits on submission ports only.
  case ready
  /// The port is not known, and `--include-unknown` was not given.
  case unknownPort
  /// No login stands behind the name, and `--include-senders` was not given.
  case senderOnly
  /// No login stands behind the name, and all that is known of it are refusals at addresses where anybody can be.
  case claimedSender
  /// No login stands behind the name, and no account list names it.
  case senderNotInAccounts
  /// It logs in on submission ports alone; in its name somebody was refused at addresses where it never logged in.
  case refusedElsewhere
  /// The account list says that it is a list, a group or the like, or switched off.
  case noPerson
  /// It is no mail address that can be written to.
  case noAddress
  /// It belongs to no `--notify-domain`.
  case foreignDomain(String)
  /// It is on the opt-out list.
  case optedOut
  /// It was seen from the server itself only: web mail, ActiveSync.
  case loopbackOnly
  /// It was seen only from addresses that guess passwords.
  case guesserOnly
  /// A mail server hands in mail of many senders with it.
  case smartHost
  /// Many devices use one login.
  case sharedLogin(devices: Int)
  /// Mail of many senders comes in with one login.
  case manySenders(Int)
  /// The mailbox is told under another of its names.
  case sameMailbox(as: String)
}

extension ExclusionReason: CustomStringConvertible {
  /// The reason in words.
  public var description: String {
    switch self {
    case .ready: "already submits on a submission port"
    case .unknownPort: "the port is not known (--include-unknown)"
    case .senderOnly: "a sender without a login, which anyone can claim to be (--include-senders)"
    case .claimedSender:
      "a sender without a login, refused only at addresses on the Internet, where anyone can claim to be this sender"
    case .senderNotInAccounts: "a sender without a login that no account list names (--accounts)"
    case .refusedElsewhere:
      "logs in on submission ports only; refused in its name was somebody at other addresses, which anyone can bring about (--include-senders)"
    case .noPerson: "no person's mailbox: a list, a group or the like, or switched off (--accounts)"
    case .noAddress: "not a mail address that can be written to"
    case .foreignDomain(let domain): "\(domain) is no --notify-domain"
    case .optedOut: "on the opt-out list"
    case .loopbackOnly: "seen from the server itself only (web mail, ActiveSync)"
    case .guesserOnly: "seen only from addresses that guess passwords"
    case .smartHost: "a mail server hands in mail with it: in the administrator's digest"
    case .sharedLogin(let devices): "\(devices) devices use this login: in the administrator's digest"
    case .manySenders(let senders):
      "\(senders)\(senders == UserReport.manySenders ? " or more" : "") senders use this login: in the administrator's digest"
    case .sameMailbox(let other): "the same mailbox as \(other)"
    }
  }

  /// Every word that `key` can be.
  public static let keys = [
    "ready", "unknownPort", "senderOnly", "senderNotInAccounts", "refusedElsewhere", "noPerson", "noAddress",
    "foreignDomain", "optedOut", "loopbackOnly",
    "guesserOnly", "smartHost", "sharedLogin", "manySenders", "sameMailbox",
  ]

  /// The reason in one word, for counting.
  public var key: String {
    switch self {
    case .ready: "ready"
    case .unknownPort: "unknownPort"
    // For whoever counts it is the same: nothing but MAIL FROM names this sender.
    case .senderOnly, .claimedSender: "senderOnly"
    case .senderNotInAccounts: "senderNotInAccounts"
    case .refusedElsewhere: "refusedElsewhere"
    case .noPerson: "noPerson"
    case .noAddress: "noAddress"
    case .foreignDomain: "foreignDomain"
    case .optedOut: "optedOut"
    case .loopbackOnly: "loopbackOnly"
    case .guesserOnly: "guesserOnly"
    case .smartHost: "smartHost"
    case .sharedLogin: "sharedLogin"
    case .manySenders: "manySenders"
    case .sameMailbox: "sameMailbox"
    }
  }

  /// Whether an administrator has to see to it, since a notice to the user would not help.
  public var isForAdministrator: Bool {
    switch self {
    case .smartHost, .sharedLogin, .manySenders: true
    default: false
    }
  }
}
