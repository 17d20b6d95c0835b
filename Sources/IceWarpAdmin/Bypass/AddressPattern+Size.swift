import MailModel

/// How much a pattern holds.
extension AddressPattern {
  /// First and last address, where all between them belong to it.
  var span: ClosedRange<IPAddress>? {
    if case .range(let range) = self { return range }
    return nil
  }

  /// How many addresses it holds.
  var size: UInt128 {
    switch self {
    case .range(let range):
      let (size, overflow) = (range.upperBound.bits - range.lowerBound.bits).addingReportingOverflow(1)
      return overflow ? .max : size
    case .mask(_, let mask): return 1 << UInt128(32 - (mask & 0xffff_ffff).nonzeroBitCount)
    }
  }

  /// The length of the network's prefix, where it is a network.
  var prefixLength: Int? {
    guard let span, size.nonzeroBitCount == 1 || size == .max else { return nil }
    return (span.lowerBound.isIPv4 ? 32 : 128) - (size == .max ? 128 : size.trailingZeroBitCount)
  }

  /// Whether every address of it is of a private network or loopback.
  var isPrivate: Bool {
    guard let span else { return false }
    func isInside(_ address: IPAddress) -> Bool { address.isPrivate || address.isLoopback }
    return isInside(span.lowerBound) && isInside(span.upperBound) && size <= 1 << 24
  }

  /// Whether it holds everything that another pattern holds.
  func contains(_ other: AddressPattern) -> Bool {
    guard let own = span, let its = other.span else { return self == other }
    return own.lowerBound.isIPv4 == its.lowerBound.isIPv4 && own.contains(its.lowerBound)
      && own.contains(its.upperBound)
  }
}
