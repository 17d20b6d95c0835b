extension StateFile {
  /// Who was told what.
  public var notices: StoredNoticeLedger { StoredNoticeLedger(file: self) }
}
