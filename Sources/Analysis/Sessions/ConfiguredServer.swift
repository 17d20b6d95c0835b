/// A server that read its configuration on a day while none of its services had shown a label.
public struct ConfiguredServer: Sendable {
  let name: [UInt8]
  /// Days since 1970-01-01 by the log's own clock.
  public let day: Int32
}
