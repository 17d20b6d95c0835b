import MailModel

/// What to change in: Windows Mail.
enum WindowsMailInstructions {
  /// For the registry.
  static let instructions = ClientInstructions(
    identifier: "windows-mail", preferred: .implicit,
    texts: [.english: english, .brazilianPortuguese: brazilianPortuguese, .spanish: spanish])

  private static let english = """
    title: Windows Mail
    verified: no
    path: Settings > Manage accounts > the account > Change mailbox sync settings > Advanced mailbox settings
    step: Outgoing email server: {{server}}:{{port}}.
    step: Tick “Outgoing server requires authentication” and “Require SSL for outgoing email”. Done, Save.
    note: Microsoft ended this program in 2024; it is worth moving to another one.
    """

  private static let brazilianPortuguese = """
    title: Email do Windows
    verified: no
    path: Configurações > Gerenciar contas > a conta > Alterar configurações de sincronização > Configurações
      avançadas da caixa de correio
    step: Servidor de email de saída: {{server}}:{{port}}.
    step: Marque “O servidor de saída exige autenticação” e “Exigir SSL para email de saída”. Concluído e Salvar.
    note: A Microsoft encerrou esse programa em 2024; vale a pena migrar para outro.
    """

  private static let spanish = """
    title: Correo de Windows
    verified: no
    path: Configuración > Administrar cuentas > la cuenta > Cambiar la configuración de sincronización >
      Configuración avanzada del buzón
    step: Servidor de correo saliente: {{server}}:{{port}}.
    step: Marque “El servidor de salida requiere autenticación” y “Requerir SSL para el correo saliente”. Listo y
      Guardar.
    note: Microsoft retiró este programa en 2024; conviene pasarse a otro.
    """
}
