/// The numbers that texts, addresses and claims of a tally have in a part of it.
struct DayNumbers {
  var names = NumberMap()
  var senders = NumberMap()
  var failedNames = NumberMap()
  var helos = NumberMap()
  var replies = NumberMap()
  var servers = NumberMap()
  var addresses = NumberMap()
  var claims = NumberMap()
  /// Room for a text on its way from one table to the other.
  var text = PackedText()

  mutating func reset() {
    names.reset()
    senders.reset()
    failedNames.reset()
    helos.reset()
    replies.reset()
    servers.reset()
    addresses.reset()
    claims.reset()
  }
}
