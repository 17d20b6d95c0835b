/// What happens in a session of the Postfix log, with how often it does.
enum PostfixStory: CaseIterable {
  /// A user logs in and sends.
  case submission
  /// Another server delivers mail for local users.
  case delivery
  /// Somebody tries passwords.
  case guessing
  /// A client without login is turned away by a submission service.
  case refusedSender
  /// Somebody is logged in and gives another's address.
  case senderMismatch
  /// A stranger wants mail taken to another stranger.
  case relayAttempt
  /// Mail for a user that does not exist.
  case unknownRecipient
  /// A client connects and leaves.
  case healthCheck
  /// A printer or program that is trusted by its address sends without a login.
  case device
  /// A login without a message.
  case loginOnly

  /// How many of a thousand sessions are of this kind.
  var perMille: Int {
    switch self {
    case .submission: 450
    case .delivery: 324
    case .guessing: 70
    case .refusedSender: 30
    case .senderMismatch: 10
    case .relayAttempt: 30
    case .unknownRecipient: 30
    case .healthCheck: 25
    case .device: 16
    case .loginOnly: 15
    }
  }

  /// Draws one.
  static func draw(_ random: inout RandomSource) -> PostfixStory {
    var left = random.below(1000)
    for story in allCases {
      left -= story.perMille
      if left < 0 { return story }
    }
    return .submission
  }
}
