import MailModel

/// What to change in: New Outlook for Windows.
enum OutlookNewInstructions {
  /// For the registry.
  static let instructions = ClientInstructions(
    identifier: "outlook-new", preferred: .starttls,
    texts: [.english: english, .brazilianPortuguese: brazilianPortuguese, .spanish: spanish])

  private static let english = """
    title: New Outlook for Windows
    verified: no
    path: Settings (gear) > Accounts > Your accounts > Manage
    step: Open the advanced server settings of the account.
    step: Outgoing server (SMTP): {{server}}, port {{port}}, encryption {{security}}. Save.
    note: If the settings cannot be changed there, remove the account and add it again with “Show advanced
      settings”.
    """

  private static let brazilianPortuguese = """
    title: Novo Outlook para Windows
    verified: no
    path: Configurações (engrenagem) > Contas > Suas contas > Gerenciar
    step: Abra as configurações avançadas de servidor da conta.
    step: Servidor de saída (SMTP): {{server}}, porta {{port}}, criptografia {{security}}. Salve.
    note: Se não for possível alterar os dados nessa tela, remova a conta e adicione-a de novo, usando as
      configurações avançadas.
    """

  private static let spanish = """
    title: Nuevo Outlook para Windows
    verified: no
    path: Configuración (engranaje) > Cuentas > Sus cuentas > Administrar
    step: Abra la configuración avanzada del servidor de la cuenta.
    step: Servidor de salida (SMTP): {{server}}, puerto {{port}}, cifrado {{security}}. Guarde los cambios.
    note: Si no se pueden cambiar ahí, quite la cuenta y agréguela de nuevo con la configuración avanzada.
    """
}
