/// What a state shows beyond one report: who is left day by day, who moved, and what closing the ports would mean.
///
/// The meaning of each part is in `docs/trend.md`.
public struct TrendReport: Codable, Sendable, Equatable {
  /// All days that the trend looks at, from the first to the last with logs.
  public var days: TrendWindow
  /// The days between them on which no session began.
  public var daysWithoutLogs: [CivilDate]
  /// The recent days, by which waves and verdict are judged.
  public var recent: TrendWindow
  /// Who is left, day by day; empty as long as there are fewer than seven days.
  public var burnDown: [BurnDownDay]
  /// When nobody will be left, by a straight line.
  public var forecast: ZeroForecast
  /// The answer for the day of the cut-over, where that is settled.
  public var verdict: CutoverVerdict?
  /// The windows compared, where that was asked for.
  public var movement: TrendMovement?
  /// Messages accepted while logged in, on the recent days.
  public var messages: Int
  /// Those of them on ports to be closed.
  public var legacyMessages: Int
  /// Logins on ports to be closed whose name nobody can read, on the recent days.
  public var namelessLogins: Int
  /// Such logins on unknown ports.
  public var namelessPerhaps: Int
  /// Messages relayed without a login on the recent days.
  public var relayedMessages: Int
  /// Those of them that the bypass file lets pass, where there is one.
  public var freedMessages: Int?
  /// Senders without any login who were refused on the recent days.
  ///
  /// They are users, or made up by strangers, and in no other figure.
  public var claims: Int?
  /// Every identity, in the order of the waves.
  public var users: [TrendUser]

  /// Takes every part.
  public init(
    days: TrendWindow, daysWithoutLogs: [CivilDate] = [], recent: TrendWindow, burnDown: [BurnDownDay] = [],
    forecast: ZeroForecast, verdict: CutoverVerdict? = nil, movement: TrendMovement? = nil, messages: Int = 0,
    legacyMessages: Int = 0, namelessLogins: Int = 0, namelessPerhaps: Int = 0, relayedMessages: Int = 0,
    users: [TrendUser] = []
  ) {
    self.days = days
    self.daysWithoutLogs = daysWithoutLogs
    self.recent = recent
    self.burnDown = burnDown
    self.forecast = forecast
    self.verdict = verdict
    self.movement = movement
    self.messages = messages
    self.legacyMessages = legacyMessages
    self.namelessLogins = namelessLogins
    self.namelessPerhaps = namelessPerhaps
    self.relayedMessages = relayedMessages
    self.users = users
  }

  /// Identities that closing the ports would affect in one way.
  public func users(_ breaks: CutoverBreak) -> [TrendUser] { users.filter { $0.breaks == breaks } }

  /// Identities of one group.
  public func users(_ movement: Movement) -> [TrendUser] { users.filter { $0.movement == movement } }

  /// Messages relayed without a login that closing the ports may stop.
  public var unfreedMessages: Int { relayedMessages - (freedMessages ?? 0) }

  /// How many days the recent ones are.
  public var recentDays: Int { recent.to.daysSinceEpoch - recent.from.daysSinceEpoch + 1 }
}
