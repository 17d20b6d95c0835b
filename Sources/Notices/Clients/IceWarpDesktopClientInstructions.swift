import MailModel

/// What to change in: IceWarp Desktop Client.
enum IceWarpDesktopClientInstructions {
  /// For the registry.
  static let instructions = ClientInstructions(
    identifier: "icewarp-desktop", preferred: .starttls,
    texts: [.english: english, .brazilianPortuguese: brazilianPortuguese, .spanish: spanish])

  private static let english = """
    title: IceWarp Desktop Client
    verified: no
    path: Settings > Accounts > the account > SMTP
    step: Sign out and in again: the program takes the new settings from the server by itself.
    step: If it does not: server {{server}}, port {{port}}, {{security}}.
    """

  private static let brazilianPortuguese = """
    title: IceWarp Desktop Client
    verified: no
    path: Configurações > Contas > a conta > SMTP
    step: Saia da conta e entre de novo: o programa busca as novas configurações sozinho.
    step: Se isso não acontecer: servidor {{server}}, porta {{port}}, {{security}}.
    """

  private static let spanish = """
    title: IceWarp Desktop Client
    verified: no
    path: Configuración > Cuentas > la cuenta > SMTP
    step: Cierre la sesión y vuelva a entrar: el programa toma la nueva configuración por sí mismo.
    step: Si no lo hace: servidor {{server}}, puerto {{port}}, {{security}}.
    """
}
