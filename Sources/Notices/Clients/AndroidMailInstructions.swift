import MailModel

/// What to change in: Email app on Android.
enum AndroidMailInstructions {
  /// For the registry.
  static let instructions = ClientInstructions(
    identifier: "android-mail", preferred: .starttls,
    texts: [.english: english, .brazilianPortuguese: brazilianPortuguese, .spanish: spanish])

  private static let english = """
    title: Email app on Android
    verified: yes
    path: The account > Settings > Outgoing settings
    step: Security type first: {{security}} (it fills in a port). Then SMTP server {{server}} and port {{port}}.
    step: Tick “Require sign-in”; user name {{user}}.
    """

  private static let brazilianPortuguese = """
    title: Aplicativo de e-mail do Android
    verified: no
    path: A conta > Configurações > Configurações de saída
    step: Primeiro o tipo de segurança: {{security}} (ele preenche a porta). Depois, servidor SMTP {{server}} e
      porta {{port}}.
    step: Marque “Exigir login”; usuário {{user}}.
    """

  private static let spanish = """
    title: Aplicación de correo de Android
    verified: no
    path: La cuenta > Ajustes > Ajustes del servidor saliente
    step: Primero el tipo de seguridad: {{security}} (rellena el puerto). Después, servidor SMTP {{server}} y puerto
      {{port}}.
    step: Marque “Solicitar inicio de sesión”; usuario {{user}}.
    """
}
