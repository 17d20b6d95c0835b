extension ReportModel {
  /// Until when the logs say who did what: the last session that began.
  ///
  /// Behind it files may go on without a word of it, as with IceWarp's level Summary; then nobody has moved, and nobody is still there.
  public var knownUntil: Timestamp? { addresses.compactMap(\.lastAt).max() ?? window.to }
}
