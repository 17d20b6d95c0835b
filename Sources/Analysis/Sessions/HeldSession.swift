/// A finished session that waits a while for evidence of its port, in its slot of the table.
struct HeldSession: Sendable {
  var slot: Int
  /// Local time of its begin.
  var begin: Int64
}
