/// The registry: one line for each format.
public enum LogFormats {
  /// Every format, in the order in which they are tried.
  public static let all: [any LogFormat.Type] = [
    IceWarpFormat.self,
    PostfixFormat.self,
  ]
}
