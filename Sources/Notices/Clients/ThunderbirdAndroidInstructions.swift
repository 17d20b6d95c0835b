import MailModel

/// What to change in: Thunderbird or K-9 Mail for Android.
enum ThunderbirdAndroidInstructions {
  /// For the registry.
  static let instructions = ClientInstructions(
    identifier: "thunderbird-android", preferred: .starttls,
    labels: [.starttls: "StartTLS"],
    texts: [.english: english, .brazilianPortuguese: brazilianPortuguese, .spanish: spanish])

  private static let english = """
    title: Thunderbird or K-9 Mail for Android
    verified: yes
    source: the app’s own texts, https://github.com/thunderbird/thunderbird-android, August 2026
    path: ≡ > Settings > the account > Sending mail > Outgoing server
    step: Server: {{server}}. Security: {{security}}. Port: {{port}}.
    step: Authentication: Normal password. Username: {{user}}. Then confirm at the bottom.
    """

  private static let brazilianPortuguese = """
    title: Thunderbird ou K-9 Mail para Android
    verified: yes
    source: the app’s own texts, https://github.com/thunderbird/thunderbird-android, August 2026
    path: ≡ > Configurações > a conta > Envio de mensagens > Servidor de envio
    step: Servidor: {{server}}. Segurança: {{security}}. Porta: {{port}}.
    step: Autenticação: Senha normal. Nome de usuário: {{user}}. Depois, confirme no botão de baixo.
    """

  private static let spanish = """
    title: Thunderbird o K-9 Mail para Android
    verified: yes
    source: the app’s own texts, https://github.com/thunderbird/thunderbird-android, August 2026
    path: ≡ > Ajustes > la cuenta > Correo saliente > Servidor de salida
    step: Servidor: {{server}}. Seguridad: {{security}}. Puerto: {{port}}.
    step: Autenticación: Contraseña normal. Nombre de usuario: {{user}}. Después, confirme con el botón de abajo.
    """
}
