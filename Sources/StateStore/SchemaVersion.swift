/// The version of the state file's schema that this program writes.
public enum SchemaVersion {
  /// One more with each migration.
  public static let current = 1
}
