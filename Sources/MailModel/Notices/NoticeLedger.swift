/// Where it is kept who was told what, so that nobody is told twice.
///
/// Each write is a transaction of its own and is on disk when the call returns.
public protocol NoticeLedger: Sendable {
  /// Every record of a campaign, in the order of their intents.
  func records(campaign: String) throws(NoticeLedgerFault) -> [NoticeRecord]
  /// Every record of every campaign, in the order of their intents.
  func records() throws(NoticeLedgerFault) -> [NoticeRecord]
  /// Addresses that a server has refused for good, in any campaign.
  func undeliverable() throws(NoticeLedgerFault) -> Set<String>
  /// How many messages were begun since a moment and not refused, in any campaign.
  func attempts(since moment: Timestamp) throws(NoticeLedgerFault) -> Int
  /// Writes that a message is about to leave; takes the place of an earlier record of the same campaign, kind, identity and round.
  func begin(_ record: NoticeRecord) throws(NoticeLedgerFault)
  /// Writes what became of it.
  func finish(_ record: NoticeRecord) throws(NoticeLedgerFault)
  /// Takes back a record whose message no server was offered; what stood in its place before it began stands there again.
  func withdraw(_ record: NoticeRecord, for earlier: NoticeRecord?) throws(NoticeLedgerFault)
}
