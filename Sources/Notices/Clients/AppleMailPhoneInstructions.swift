import MailModel

/// What to change in: Mail on an iPhone or iPad.
enum AppleMailPhoneInstructions {
  /// For the registry.
  static let instructions = ClientInstructions(
    identifier: "iphone", preferred: .starttls,
    texts: [.english: english, .brazilianPortuguese: brazilianPortuguese, .spanish: spanish])

  private static let english = """
    title: Mail on an iPhone or iPad
    verified: no
    path: Settings > Apps > Mail > Mail Accounts > the account > Account > SMTP > Primary Server
    step: Host Name: {{server}}. User Name: {{user}}. Password: the one of your mailbox.
    step: Turn “Use SSL” on. Authentication: Password. Server Port: {{port}}. Done.
    note: On iOS 17 and earlier the way begins with Settings > Mail > Accounts.
    """

  private static let brazilianPortuguese = """
    title: Mail no iPhone ou iPad
    verified: no
    path: Ajustes > Apps > Mail > Contas do Mail > a conta > Conta > SMTP > Servidor Principal
    step: Nome do Host: {{server}}. Nome de Usuário: {{user}}. Senha: a da sua caixa de e-mail.
    step: Ative “Usar SSL”. Autenticação: Senha. Porta do Servidor: {{port}}. Toque em OK.
    note: No iOS 17 e anteriores, o caminho começa em Ajustes > Mail > Contas.
    """

  private static let spanish = """
    title: Mail en un iPhone o iPad
    verified: no
    path: Ajustes > Apps > Mail > Cuentas de Mail > la cuenta > Cuenta > SMTP > Servidor principal
    step: Nombre de host: {{server}}. Nombre de usuario: {{user}}. Contraseña: la de su buzón.
    step: Active “Usar SSL”. Autenticación: Contraseña. Puerto del servidor: {{port}}. OK.
    note: En iOS 17 y anteriores el camino empieza en Ajustes > Mail > Cuentas.
    """
}
