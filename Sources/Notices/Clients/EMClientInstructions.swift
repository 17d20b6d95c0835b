import MailModel

/// What to change in: eM Client.
enum EMClientInstructions {
  /// For the registry.
  static let instructions = ClientInstructions(
    identifier: "em-client", preferred: .starttls,
    labels: [.starttls: "Force usage of SSL/TLS", .implicit: "Use SSL/TLS on special port"],
    texts: [.english: english, .brazilianPortuguese: brazilianPortuguese, .spanish: spanish])

  private static let english = """
    title: eM Client
    verified: no
    path: Menu > Accounts > the account > tab SMTP
    step: Host: {{server}}. Port: {{port}}. Security policy: “{{security}}”.
    step: Authentication: with the identity’s credentials or {{user}}. Save.
    """

  private static let brazilianPortuguese = """
    title: eM Client
    verified: no
    path: Menu > Contas > a conta > aba SMTP
    step: Servidor: {{server}}. Porta: {{port}}. Política de segurança: “{{security}}”.
    step: Autenticação: com as credenciais da conta ou {{user}}. Salve.
    """

  private static let spanish = """
    title: eM Client
    verified: no
    path: Menú > Cuentas > la cuenta > pestaña SMTP
    step: Servidor: {{server}}. Puerto: {{port}}. Política de seguridad: “{{security}}”.
    step: Autenticación: con las credenciales de la cuenta o {{user}}. Guarde.
    """
}
