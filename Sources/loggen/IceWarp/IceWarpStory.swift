/// What happens in a session of the IceWarp log, with how often it does.
enum IceWarpStory: CaseIterable {
  /// A user logs in and sends.
  case submission
  /// Another server delivers mail for local users.
  case delivery
  /// This server delivers to another one; it is the client of that session.
  case outgoing
  /// Somebody tries passwords.
  case guessing
  /// A local sender without login is told to use the submission port.
  case refusedSender
  /// Somebody is logged in and gives another's address.
  case senderMismatch
  /// A stranger is refused with the text that local senders get.
  case refusedStranger
  /// A stranger wants mail taken to another stranger.
  case relayAttempt
  /// Mail for a user that does not exist.
  case unknownRecipient
  /// A printer or program sends to the outside, trusted by its address.
  case trustedRelay
  /// The web mail of the same machine delivers to a local user.
  case webMail
  /// A monitor connects and leaves.
  case healthCheck
  /// A login without a message.
  case loginOnly
  /// A client gives up in the middle of AUTH.
  case cancelledLogin

  /// How many of a thousand sessions are of this kind.
  var perMille: Int {
    switch self {
    case .submission: 420
    case .delivery: 300
    case .outgoing: 90
    case .guessing: 50
    case .refusedSender: 40
    case .senderMismatch: 8
    case .refusedStranger: 12
    case .relayAttempt: 14
    case .unknownRecipient: 14
    case .trustedRelay: 16
    case .webMail: 8
    case .healthCheck: 14
    case .loginOnly: 12
    case .cancelledLogin: 2
    }
  }

  /// Draws one.
  static func draw(_ random: inout RandomSource) -> IceWarpStory {
    var left = random.below(1000)
    for story in allCases {
      left -= story.perMille
      if left < 0 { return story }
    }
    return .submission
  }
}
