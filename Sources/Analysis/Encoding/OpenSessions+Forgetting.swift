import MailModel

extension OpenSessions {
  /// Drops open sessions that began on other days than these, by the clock of their log; says how many.
  public mutating func drop(outside days: ClosedRange<Int64>) -> Int {
    func isOutside(_ session: Portable) -> Bool {
      let begin = session.state.begin
      return !begin.isUndated && !days.contains(CivilDate.number(ofDayAt: begin.local))
    }
    let before = count
    sessions.removeAll(where: isOutside)
    held.removeAll(where: isOutside)
    waiting.removeAll(where: isOutside)
    return before - count
  }

  /// Drops open sessions in which somebody is named; says whether there were any.
  public mutating func forget(_ isForgotten: ([UInt8]) -> Bool) -> Bool {
    func names(_ session: Portable) -> Bool {
      let all =
        [session.sender] + session.logins.flatMap { [$0.name] + $0.senders }
        + session.refusals.flatMap { [$0.login, $0.sender] } + session.failures + session.relays
        + session.details.messages.map { $0.sender }
      return all.contains { $0.map(isForgotten) ?? false }
    }
    let before = count
    sessions.removeAll(where: names)
    held.removeAll(where: names)
    waiting.removeAll(where: names)
    return count != before
  }

  private var count: Int { sessions.count + held.count + waiting.count }
}
