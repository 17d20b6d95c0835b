import MailModel

/// What to change in: Sendmail that hands its mail to us.
enum SendmailSmartHostInstructions {
  /// For the registry.
  static let instructions = ClientInstructions(
    identifier: "sendmail", preferred: .starttls,
    texts: [.english: english, .brazilianPortuguese: brazilianPortuguese, .spanish: spanish])

  private static let english = """
    title: Sendmail that hands its mail to us
    verified: no
    path: sendmail.mc
    step: define(`SMART_HOST', `{{server}}') and define(`RELAY_MAILER_ARGS', `TCP $h {{starttlsPort}}').
    step-tls-only: This works with STARTTLS only, which we do not offer: please ask us for another way.
    step: authinfo with the user {{user}}; build sendmail.cf and restart.
    link: https://www.sendmail.org/
    """

  private static let brazilianPortuguese = """
    title: Sendmail que entrega os e-mails por nós
    verified: no
    path: sendmail.mc
    step: define(`SMART_HOST', `{{server}}') e define(`RELAY_MAILER_ARGS', `TCP $h {{starttlsPort}}').
    step-tls-only: Isto funciona apenas com STARTTLS, que não oferecemos: fale conosco para buscarmos outro caminho.
    step: authinfo com o usuário {{user}}; gere o sendmail.cf e reinicie.
    link: https://www.sendmail.org/
    """

  private static let spanish = """
    title: Sendmail que envía su correo a través de nosotros
    verified: no
    path: sendmail.mc
    step: define(`SMART_HOST', `{{server}}') y define(`RELAY_MAILER_ARGS', `TCP $h {{starttlsPort}}').
    step-tls-only: Esto funciona solo con STARTTLS, que no ofrecemos: consúltenos otra solución.
    step: authinfo con el usuario {{user}}; genere sendmail.cf y reinicie.
    link: https://www.sendmail.org/
    """
}
