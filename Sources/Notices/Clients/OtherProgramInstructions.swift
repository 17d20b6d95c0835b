import MailModel

/// What to change in: Any mail program.
enum OtherProgramInstructions {
  /// For the registry.
  static let instructions = ClientInstructions(
    identifier: "other", preferred: .starttls,
    texts: [.english: english, .brazilianPortuguese: brazilianPortuguese, .spanish: spanish])

  private static let english = """
    title: Any mail program
    verified: yes
    source: nothing has to be found in a named menu
    path: Account settings > outgoing server (SMTP)
    step: Server: {{server}}. Port: {{port}}. Security: {{security}}.
    step: Turn authentication on: user {{user}} and your usual password.
    step: Save, then send a message to yourself.
    """

  private static let brazilianPortuguese = """
    title: Qualquer programa de e-mail
    verified: yes
    source: nothing has to be found in a named menu
    path: Configurações da conta > servidor de saída (SMTP)
    step: Servidor: {{server}}. Porta: {{port}}. Segurança: {{security}}.
    step: Ative a autenticação: usuário {{user}} e a sua senha de sempre.
    step: Salve e envie uma mensagem para você mesmo.
    """

  private static let spanish = """
    title: Cualquier programa de correo
    verified: yes
    source: nothing has to be found in a named menu
    path: Configuración de la cuenta > servidor de salida (SMTP)
    step: Servidor: {{server}}. Puerto: {{port}}. Seguridad: {{security}}.
    step: Active la autenticación: usuario {{user}} y su contraseña habitual.
    step: Guarde y envíese un mensaje a usted mismo.
    """
}
