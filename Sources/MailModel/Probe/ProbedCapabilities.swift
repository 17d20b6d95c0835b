/// What the server offers in its replies to EHLO, without the line of its name.
public struct ProbedCapabilities: Codable, Sendable, Equatable {
  /// In clear; empty where TLS comes first.
  public var beforeTLS: [String]
  /// Behind TLS; empty where it was not reached.
  public var afterTLS: [String]

  /// Takes both lists.
  public init(beforeTLS: [String] = [], afterTLS: [String] = []) {
    self.beforeTLS = beforeTLS
    self.afterTLS = afterTLS
  }
}
