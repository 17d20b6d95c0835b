/// IceWarp's `501 5.7.1 Permission denied`: the submission switch, a sender that differs from the login, or no reverse DNS.
public enum PermissionDeniedRule: RefusalRule {
  /// `permissionDenied`.
  public static let meaning = TextualMeaning.permissionDenied

  /// By code and text; `501 5.7.1 Message is too long` has the same codes.
  public static func matches(code: Int, enhancedCode: String?, text: String) -> Bool {
    code / 100 == 5 && text.contains("permission denied")
  }

  /// IceWarp's two replies with the same codes.
  public static let examples: [(code: Int, enhancedCode: String?, text: String, matches: Bool)] = [
    (501, "5.7.1", "permission denied", true),
    (501, "5.7.1", "<…>... permission denied", true),
    (501, "5.7.1", "message is too long", false),
    (501, "5.7.0", "authentication failed", false),
  ]
}
