/// Texts that name the port to be used: an administrator who has closed port 25 writes them himself.
public enum UseSubmissionPortRule: RefusalRule {
  /// `useSubmissionPort`.
  public static let meaning = TextualMeaning.useSubmissionPort
  private static let phrases = [
    "port 587", "port 465", "port: 587", "porta 587", "porta 465", "puerto 587", "puerto 465", "use 587", "use 465",
    "submission port", "port 25 is closed", "port 25 is not for", "port 25 is no longer",
  ]

  /// By text, in English, Portuguese or Spanish.
  public static func matches(code: Int, enhancedCode: String?, text: String) -> Bool {
    RefusalRules.contains(text, anyOf: phrases)
  }

  /// Access maps and footers (`smtpd_reject_footer`) of Postfix, and other texts with numbers.
  public static let examples: [(code: Int, enhancedCode: String?, text: String, matches: Bool)] = [
    (554, "5.7.1", "<…>: sender address rejected: please use port 587 with authentication to send mail", true),
    (554, "5.7.1", "<…>: client host rejected: port 25 is closed for mail programs, use 587", true),
    (550, "5.7.1", "use a porta 587 com autenticação", true),
    (550, nil, "utilice el puerto 465", true),
    (550, "5.7.1", "port 25 is for mail between servers", false),
    (554, "5.7.1", "<…>: relay access denied", false),
    (550, "5.1.1", "<…>: recipient address rejected: user unknown", false),
  ]
}
