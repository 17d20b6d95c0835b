/// Postfix refuses the client as such; a submission service says so to everybody who is not logged in.
public enum ClientHostRejectedRule: RefusalRule {
  /// `clientHostRejected`.
  public static let meaning = TextualMeaning.clientHostRejected

  /// `<unknown[192.0.2.15]>: Client host rejected: Access denied`
  public static func matches(code: Int, enhancedCode: String?, text: String) -> Bool {
    text.contains("client host rejected: access denied")
  }

  /// The text of submission services, and another reason to refuse a client.
  public static let examples: [(code: Int, enhancedCode: String?, text: String, matches: Bool)] = [
    (554, "5.7.1", "<…>: client host rejected: access denied", true),
    (450, "4.7.25", "client host rejected: cannot find your hostname, […]", false),
  ]
}
