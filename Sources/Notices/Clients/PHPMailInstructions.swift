import MailModel

/// What to change in: PHP (PHPMailer).
enum PHPMailInstructions {
  /// For the registry.
  static let instructions = ClientInstructions(
    identifier: "php", preferred: .starttls,
    labels: [.starttls: "tls", .implicit: "ssl"],
    texts: [.english: english, .brazilianPortuguese: brazilianPortuguese, .spanish: spanish])

  private static let english = """
    title: PHP (PHPMailer)
    verified: yes
    source: https://github.com/PHPMailer/PHPMailer, July 2026
    path: The place in the code where PHPMailer is set up
    step: $mail->isSMTP(); $mail->Host = "{{server}}"; $mail->Port = {{port}};
    step: $mail->SMTPSecure = "{{security}}"; $mail->SMTPAuth = true; $mail->Username = "{{user}}".
    link: https://github.com/PHPMailer/PHPMailer
    """

  private static let brazilianPortuguese = """
    title: PHP (PHPMailer)
    verified: yes
    source: https://github.com/PHPMailer/PHPMailer, July 2026
    path: Trecho do código que configura o PHPMailer
    step: $mail->isSMTP(); $mail->Host = "{{server}}"; $mail->Port = {{port}};
    step: $mail->SMTPSecure = "{{security}}"; $mail->SMTPAuth = true; $mail->Username = "{{user}}".
    link: https://github.com/PHPMailer/PHPMailer
    """

  private static let spanish = """
    title: PHP (PHPMailer)
    verified: yes
    source: https://github.com/PHPMailer/PHPMailer, July 2026
    path: La parte del código que configura PHPMailer
    step: $mail->isSMTP(); $mail->Host = "{{server}}"; $mail->Port = {{port}};
    step: $mail->SMTPSecure = "{{security}}"; $mail->SMTPAuth = true; $mail->Username = "{{user}}".
    link: https://github.com/PHPMailer/PHPMailer
    """
}
