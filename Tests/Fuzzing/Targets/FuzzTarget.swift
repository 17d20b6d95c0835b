/// Something that takes any bytes: what the fuzzer feeds with broken ones, and the tests with those that once broke it.
public protocol FuzzTarget: Sendable {
  /// Writes inputs to begin with: into a folder, from logs that the command line names.
  typealias SeedWriter = (_ folder: String, _ logs: [String]) throws -> Void

  /// The folder below `fixtures/fuzz` with inputs to begin with.
  static var seeds: String { get }

  /// What makes these inputs; nil where they were written by hand.
  static var writeSeeds: SeedWriter? { get }

  /// Takes one input, and says what does not fit together.
  static func feed(_ bytes: [UInt8]) throws
}

extension FuzzTarget {
  /// None.
  public static var writeSeeds: SeedWriter? { nil }
}
