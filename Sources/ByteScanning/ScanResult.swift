/// What a scan gave.
public struct ScanResult: Sendable, Equatable {
  /// Bytes of the lines given, line ends included, unpacked and before any transcoding; with the byte order mark.
  public var bytes: Int64
  /// Why the scan did not come to its end; nil when it did.
  public var fault: FileError?
  /// Whether the last line given had no LF; it may still be growing.
  public var endsInsideLine: Bool
  /// Whether there is a last line without LF that was not given.
  public var leavesHalfLine = false

  /// Hash of the last bytes read, where that was asked for.
  public var tail: UInt64?

  /// Takes every part.
  public init(bytes: Int64 = 0, fault: FileError? = nil, endsInsideLine: Bool = false) {
    self.bytes = bytes
    self.fault = fault
    self.endsInsideLine = endsInsideLine
  }
}
