/// What a piece leaves behind.
public struct PieceEnd: Sendable {
  let open: OpenSessions
  let strays: StrayLines
  /// Keys of sessions that began in the piece; nothing when it was read continuing.
  let begun: KeySet?
  let traits: SourceTraits
}
