import MailModel

/// What to change in: WordPress (WP Mail SMTP and similar).
enum WordPressMailInstructions {
  /// For the registry.
  static let instructions = ClientInstructions(
    identifier: "wordpress", preferred: .starttls,
    labels: [.starttls: "TLS", .implicit: "SSL"],
    texts: [.english: english, .brazilianPortuguese: brazilianPortuguese, .spanish: spanish])

  private static let english = """
    title: WordPress (WP Mail SMTP and similar)
    verified: yes
    source: https://github.com/awesomemotive/WP-Mail-SMTP, April 2026
    path: WP Mail SMTP > Settings > Mailer: Other SMTP
    step: SMTP Host: {{server}}. Encryption: {{security}}. SMTP Port: {{port}}.
    step: Authentication on, SMTP Username: {{user}}. Save, then WP Mail SMTP > Tools > Email Test.
    link: https://wpmailsmtp.com/docs/
    """

  private static let brazilianPortuguese = """
    title: WordPress (WP Mail SMTP e similares)
    verified: no
    path: WP Mail SMTP > Configurações > Serviço de envio: Outro SMTP
    step: Servidor SMTP: {{server}}. Criptografia: {{security}}. Porta SMTP: {{port}}.
    step: Autenticação ativada, usuário {{user}}. Salve e use a aba de e-mail de teste.
    link: https://wpmailsmtp.com/docs/
    """

  private static let spanish = """
    title: WordPress (WP Mail SMTP y similares)
    verified: no
    path: WP Mail SMTP > Ajustes > Servicio de correo: Otro SMTP
    step: Servidor SMTP: {{server}}. Cifrado: {{security}}. Puerto SMTP: {{port}}.
    step: Autenticación activada, usuario {{user}}. Guarde y use la pestaña de correo de prueba.
    link: https://wpmailsmtp.com/docs/
    """
}
