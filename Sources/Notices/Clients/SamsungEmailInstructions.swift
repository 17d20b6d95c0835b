import MailModel

/// What to change in: Samsung Email.
enum SamsungEmailInstructions {
  /// For the registry.
  static let instructions = ClientInstructions(
    identifier: "samsung-email", preferred: .starttls,
    texts: [.english: english, .brazilianPortuguese: brazilianPortuguese, .spanish: spanish])

  private static let english = """
    title: Samsung Email
    verified: no
    path: ≡ > gear > the account > Server settings > Outgoing server
    step: SMTP server: {{server}}. Security type: {{security}}. Port: {{port}}.
    step: Leave sign-in on, user name {{user}}. Save.
    """

  private static let brazilianPortuguese = """
    title: Samsung Email
    verified: no
    path: ≡ > engrenagem > a conta > Configurações do servidor > Servidor de saída
    step: Servidor SMTP: {{server}}. Tipo de segurança: {{security}}. Porta: {{port}}.
    step: Mantenha a autenticação ativada, com o usuário {{user}}. Salve.
    """

  private static let spanish = """
    title: Samsung Email
    verified: no
    path: ≡ > engranaje > la cuenta > Ajustes del servidor > Servidor saliente
    step: Servidor SMTP: {{server}}. Tipo de seguridad: {{security}}. Puerto: {{port}}.
    step: Deje activada la autenticación, usuario {{user}}. Guarde.
    """
}
