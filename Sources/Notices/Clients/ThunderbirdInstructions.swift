import MailModel

/// What to change in: Thunderbird.
enum ThunderbirdInstructions {
  /// For the registry.
  static let instructions = ClientInstructions(
    identifier: "thunderbird", preferred: .starttls,
    texts: [.english: english, .brazilianPortuguese: brazilianPortuguese, .spanish: spanish])

  private static let english = """
    title: Thunderbird
    verified: yes
    source: https://support.mozilla.org/kb/manual-account-configuration
    path: ≡ > Account Settings > Outgoing Server (SMTP) > choose the server > Edit…
    step: Server Name: {{server}}. Port: {{port}}. Connection security: {{security}}.
    step: Authentication method: “Normal password”. User Name: {{user}}.
    step: OK, then send a message to yourself.
    link: https://support.mozilla.org/kb/manual-account-configuration
    """

  private static let brazilianPortuguese = """
    title: Thunderbird
    verified: yes
    source: the program’s own texts, https://github.com/thunderbird/thunderbird-l10n, August 2026
    path: ≡ > Configurações de contas > Servidor de envio (SMTP) > selecione o servidor > Editar…
    step: Servidor: {{server}}. Porta: {{port}}. Segurança da conexão: {{security}}.
    step: Método de autenticação: “Senha normal”. Nome de usuário: {{user}}.
    step: Clique em OK e envie uma mensagem para você mesmo.
    link: https://support.mozilla.org/kb/manual-account-configuration
    """

  private static let spanish = """
    title: Thunderbird
    verified: yes
    source: the program’s own texts, https://github.com/thunderbird/thunderbird-l10n, August 2026
    path: ≡ > Configuración de la cuenta > Servidor de salida (SMTP) > elija el servidor > Editar…
    step: Nombre del servidor: {{server}}. Puerto: {{port}}. Seguridad de la conexión: {{security}}.
    step: Método de identificación: “Contraseña normal”. Nombre de usuario: {{user}}.
    step: Pulse Aceptar y envíese un mensaje a usted mismo.
    link: https://support.mozilla.org/kb/manual-account-configuration
    """
}
