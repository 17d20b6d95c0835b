/// Gathers what a transfer brings, up to a limit.
final class WebCollector {
  private(set) var bytes: [UInt8] = []
  private let limit: Int

  init(limit: Int) { self.limit = limit }

  /// Takes bytes; false when there are more than anybody wants.
  func take(_ part: some Collection<UInt8>) -> Bool {
    guard bytes.count + part.count <= limit else { return false }
    bytes += part
    return true
  }
}
