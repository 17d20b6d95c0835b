/// The phrases of the trend that change with a number, which they hold as `{count}`.
enum TrendCount: String, CaseIterable, Sendable {
  case cutOff, notCutOff, onReturn, already, perhaps, namelessLogins, namelessPerhaps, relayedMessages, claims
  case moreInMovement, moreInWaves
}
