/// How long a line may be before only its head is kept.
public enum LineLimit {
  /// The longest line that is given whole, line end not counted.
  ///
  /// No SMTP log line of a sane server comes near it; a
  /// gigabyte without a newline must not become a gigabyte of memory.
  public static let bytes = 65_536
}
