/// The command whose reply is awaited, as far as the reply's meaning depends on it.
enum PendingCommand: UInt8, Sendable {
  case none, auth, transaction, data, starttls
}
