import MailModel

/// What a port claim was made from, so that the rules are asked once for sessions that say the same.
struct ClaimMemoKey: Hashable, Sendable {
  var logged: UInt16
  var gate: UInt16
  var anvil: UInt16
  var path: UInt16
  var label: UInt32
  var server: UInt32
  var listener: IPAddress?
  var flags: UInt8
  var format: UInt8
  var isFromOutside: Bool
  var stand: ServerWatch.Stand
}
