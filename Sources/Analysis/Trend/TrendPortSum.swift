/// What all sessions on a kind of port did on the recent days.
struct TrendPortSum: Sendable {
  let port: TrendPort
  var messages = 0
  var relayedMessages = 0
  var freedMessages = 0
  var namelessLogins = 0
}
