/// All of them, by the names that `scripts/fuzz.sh` takes.
public enum FuzzTargets {
  private static let all: [any FuzzTarget.Type] = [
    FuzzIceWarp.self, FuzzPostfix.self, FuzzDetection.self, FuzzConnections.self, FuzzSettings.self, FuzzBypass.self,
    FuzzTranscripts.self, FuzzState.self,
  ]

  /// The names: those of the types.
  public static var names: [String] { all.map { "\($0)" } }

  /// The target of this name, if there is one.
  public static func named(_ name: String) -> (any FuzzTarget.Type)? { all.first { "\($0)" == name } }
}
