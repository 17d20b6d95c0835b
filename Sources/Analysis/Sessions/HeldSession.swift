/// A finished session that waits a while for evidence of its port.
struct HeldSession: Sendable {
  var session: SessionState
  var details: SessionDetails
}
