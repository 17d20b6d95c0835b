import MailModel

/// What to change in: Gmail app on Android.
enum GmailAppInstructions {
  /// For the registry.
  static let instructions = ClientInstructions(
    identifier: "gmail-app", preferred: .starttls,
    texts: [.english: english, .brazilianPortuguese: brazilianPortuguese, .spanish: spanish])

  private static let english = """
    title: Gmail app on Android
    verified: no
    path: ≡ > Settings > the account > Outgoing settings
    step: SMTP server: {{server}}. Security type: {{security}}. Port: {{port}}.
    step: Leave “Require sign-in” on, user name {{user}}. Done.
    """

  private static let brazilianPortuguese = """
    title: Aplicativo Gmail no Android
    verified: no
    path: ≡ > Configurações > a conta > Configurações de envio (saída)
    step: Servidor SMTP: {{server}}. Tipo de segurança: {{security}}. Porta: {{port}}.
    step: Mantenha “Exigir login” ativado, com o usuário {{user}}. Toque em Concluído.
    """

  private static let spanish = """
    title: Aplicación Gmail en Android
    verified: no
    path: ≡ > Ajustes > la cuenta > Ajustes del servidor saliente
    step: Servidor SMTP: {{server}}. Tipo de seguridad: {{security}}. Puerto: {{port}}.
    step: Deje activado “Solicitar inicio de sesión”, usuario {{user}}. Hecho.
    """
}
