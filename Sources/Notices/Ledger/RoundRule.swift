public import MailModel

/// Decides from the ledger whether somebody is told now, and which time it is.
public struct RoundRule: Sendable {
  /// Seconds between two rounds.
  public var repeatAfterSeconds: Int64
  /// How many rounds there are.
  public var maxRounds: Int

  /// Takes both limits.
  public init(repeatAfterSeconds: Int64, maxRounds: Int) {
    self.repeatAfterSeconds = repeatAfterSeconds
    self.maxRounds = maxRounds
  }

  /// Goes through the records of one identity and kind, in the order of their rounds.
  ///
  /// - Parameter lastUse: when the identity last used an old port, where that is known: whoever has not done so since the last
  ///   notice, apart from the days that were given for it, is not told again.
  /// - Parameter earlier: the last notice for another day of the cut-over, where there was one: when that day is put off the rounds
  ///   begin anew, and whoever has moved, or was told just now, is left alone all the same.
  public func decide(
    _ records: [NoticeRecord], lastUse: Timestamp? = nil, earlier: NoticeRecord? = nil, now: Timestamp
  ) -> RoundDecision {
    guard let last = records.max(by: { $0.round < $1.round }) else {
      guard let earlier else { return .tell(round: 1, repeats: 0) }
      if isEarly(earlier, now) {
        return .leave(
          "told on \(earlier.intentAt) for \(earlier.campaign); again from \(next(earlier)) on (--repeat-after)")
      }
      if isLeftAlone(since: earlier, lastUse) {
        return .leave(
          "told on \(earlier.intentAt) for \(earlier.campaign), and seen on no port to be closed since")
      }
      return .tell(round: 1, repeats: 0)
    }
    switch last.outcome {
    case nil where last.repeats == 0:
      // The run that began it ended before the answer: once more, with the same Message-ID.
      return .tell(round: last.round, repeats: 1)
    case nil: return .leave("two attempts ended without an answer of the server, so it may have been delivered")
    case .undeliverable: return .undeliverable(last.detail ?? "the address was refused")
    case .postponed: return .tell(round: last.round, repeats: last.repeats)
    // Of what an administrator has taken back nothing is left to wait for.
    case .failed where last.isTakenBack: return .tell(round: last.round + 1, repeats: 0)
    case .failed:
      let refused = "refused before: \(last.detail ?? "no reason given")"
      if last.round >= maxRounds { return .leave(refused) }
      if isEarly(last, now) { return .leave("\(refused); again from \(next(last)) on (--repeat-after)") }
      return .tell(round: last.round + 1, repeats: 0)
    case .sent:
      if last.round >= maxRounds { return .leave("told \(last.round) times already (--max-rounds)") }
      if isEarly(last, now) {
        return .leave("told on \(last.intentAt); again from \(next(last)) on (--repeat-after)")
      }
      if isLeftAlone(since: last, lastUse) {
        return .leave("told on \(last.intentAt), and seen on no port to be closed since")
      }
      return .tell(round: last.round + 1, repeats: 0)
    }
  }

  private func isLeftAlone(since record: NoticeRecord, _ lastUse: Timestamp?) -> Bool {
    lastUse.map { $0.seconds <= record.intentAt.seconds + UserReport.graceAfterNotice } ?? false
  }

  /// Whether the next round is still to come.
  ///
  /// Runs come once a day, at times half an hour sooner, and messages leave one after another: what is due before the next run is due
  /// now, or a week would be eight days for nearly everybody.
  private func isEarly(_ record: NoticeRecord, _ now: Timestamp) -> Bool {
    now.seconds + min(43_200, repeatAfterSeconds / 4) < next(record).seconds
  }

  private func next(_ record: NoticeRecord) -> Timestamp {
    Timestamp(milliseconds: record.intentAt.milliseconds + repeatAfterSeconds * 1000)
  }
}
