/// What `LogFormat.sift` has told of 64 lines beside which of them are to be read: a number of the format's own for each.
///
/// What it found out by looking at many lines at once need not be found out again for the few that are read.
public struct SiftedKinds: Sendable {
  /// The number that says nothing: the line is read as if nobody had looked at it.
  public static let unknown: UInt8 = 0

  @usableFromInline var numbers = InlineArray<64, UInt8>(repeating: SiftedKinds.unknown)

  /// Nothing is known of any line.
  public init() {}

  /// The number of a line, counted from the first one that was sifted.
  @inlinable
  public subscript(line: Int) -> UInt8 {
    @inline(__always) get { numbers[line & 63] }
    @inline(__always) set { numbers[line & 63] = newValue }
  }
}
