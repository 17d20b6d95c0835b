import MailModel

/// What to change in: Thunderbird or K-9 Mail for Android.
enum ThunderbirdAndroidInstructions {
  /// For the registry.
  static let instructions = ClientInstructions(
    identifier: "thunderbird-android", preferred: .starttls,
    texts: [.english: english, .brazilianPortuguese: brazilianPortuguese, .spanish: spanish])

  private static let english = """
    title: Thunderbird or K-9 Mail for Android
    verified: no
    path: ≡ > the account > Settings > Sending mail > Outgoing server
    step: SMTP server: {{server}}. Security: {{security}}. Port: {{port}}.
    step: Turn “Require sign-in” on; user name {{user}}. Next.
    """

  private static let brazilianPortuguese = """
    title: Thunderbird ou K-9 Mail para Android
    verified: no
    path: ≡ > a conta > Configurações > Envio de mensagens > Configuração do servidor de saída
    step: Servidor SMTP: {{server}}. Segurança: {{security}}. Porta: {{port}}.
    step: Deixe a autenticação ativada; nome de usuário {{user}}. Toque em Próximo.
    """

  private static let spanish = """
    title: Thunderbird o K-9 Mail para Android
    verified: no
    path: ≡ > la cuenta > Ajustes > Envío de correo > Servidor de salida
    step: Servidor SMTP: {{server}}. Seguridad: {{security}}. Puerto: {{port}}.
    step: Deje activada la autenticación; usuario {{user}}. Siguiente.
    """
}
