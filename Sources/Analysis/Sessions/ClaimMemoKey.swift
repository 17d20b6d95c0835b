import MailModel

/// What a port claim was made from, so that the rules are asked once for sessions that say the same.
///
/// It is made and compared at the end of each session: six words, whose parts stand side by side.
struct ClaimMemoKey: Hashable, Sendable {
  private let ports: UInt64
  private let service: UInt64
  private let listener: (UInt64, UInt64)
  private let since: Int64
  private let rest: UInt64

  /// Takes what a session says.
  ///
  /// - Parameters:
  ///   - hasBegin: whether the log has its client and its begin.
  ///   - isFromOutside: whether it surely came from elsewhere than loopback, where that is of any matter.
  @inline(__always)
  init(_ session: borrowing SessionState, hasBegin: Bool, isFromOutside: Bool, stand: ServerWatch.Stand) {
    ports =
      UInt64(session.loggedPort) | UInt64(session.gatePort) << 16 | UInt64(session.anvilPort) << 32
      | UInt64(session.pathPort) << 48
    service = UInt64(session.label) | UInt64(session.server) << 32
    let address = session.listener?.bits ?? 0
    listener = (UInt64(truncatingIfNeeded: address), UInt64(truncatingIfNeeded: address >> 64))
    var flags: UInt64 = session.usesTLS ? 1 : 0
    if session.usedStarttls { flags |= 2 }
    if session.hasCounters { flags |= 4 }
    if session.sawLogin { flags |= 8 }
    if session.isDialogue { flags |= 16 }
    if session.isHeadless { flags |= 32 }
    if session.isRefusedWithoutLogin { flags |= 64 }
    if hasBegin { flags |= 128 }
    if session.listener != nil { flags |= 256 }
    if isFromOutside { flags |= 512 }
    if stand.isBeforeTLSLog { flags |= 2048 }
    rest = flags | UInt64(session.format) << 16
    since = stand.since ?? .min
  }

  /// Where it is looked for first, among `ClaimMemoKey.places`.
  var place: Int {
    @inline(__always) get {
      let mixed = StringTable.mix(service ^ rest &* 0x9e37_79b9_7f4a_7c15 ^ ports &* 0xc2b2_ae3d_27d4_eb4f)
      return Int(truncatingIfNeeded: mixed) & (ClaimMemoKey.places - 1)
    }
  }

  /// How many places there are.
  static let places = 64

  @inline(__always)
  static func == (a: ClaimMemoKey, b: ClaimMemoKey) -> Bool {
    (a.ports ^ b.ports) | (a.service ^ b.service) | (a.rest ^ b.rest) | (a.listener.0 ^ b.listener.0)
      | (a.listener.1 ^ b.listener.1) | UInt64(bitPattern: a.since ^ b.since) == 0
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(ports)
    hasher.combine(service)
    hasher.combine(listener.0)
    hasher.combine(listener.1)
    hasher.combine(rest)
    hasher.combine(since)
  }
}
