import MailModel

/// What to change in: Mail on a Mac.
enum AppleMailMacInstructions {
  /// For the registry.
  static let instructions = ClientInstructions(
    identifier: "apple-mail", preferred: .starttls,
    texts: [.english: english, .brazilianPortuguese: brazilianPortuguese, .spanish: spanish])

  private static let english = """
    title: Mail on a Mac
    verified: no
    path: Mail > Settings… > Accounts > choose the account > Server Settings
    step: At “Outgoing Mail Account” choose “Edit SMTP Server List…” and the server {{server}}.
    step: Untick “Automatically manage connection settings”. Port: {{port}}. Tick “Use TLS/SSL”.
    step: Authentication: Password; user name {{user}}. OK, Save.
    note: macOS uses the same tick “Use TLS/SSL” for both kinds of encryption.
    link: https://support.apple.com/HT204208
    """

  private static let brazilianPortuguese = """
    title: Mail no Mac
    verified: no
    path: Mail > Ajustes… > Contas > selecione a conta > Ajustes do Servidor
    step: Em “Conta de Envio de E-mail”, escolha “Editar Lista de Servidores SMTP…” e o servidor {{server}}.
    step: Desmarque “Gerenciar configurações de conexão automaticamente”. Porta: {{port}}. Marque “Usar TLS/SSL”.
    step: Autenticação: Senha; nome de usuário {{user}}. Clique em OK e em Salvar.
    note: No macOS, a mesma opção “Usar TLS/SSL” vale para os dois tipos de criptografia.
    link: https://support.apple.com/HT204208
    """

  private static let spanish = """
    title: Mail en un Mac
    verified: no
    path: Mail > Ajustes… > Cuentas > elija la cuenta > Ajustes del servidor
    step: En “Cuenta de correo saliente” elija “Editar lista de servidores SMTP…” y el servidor {{server}}.
    step: Desmarque “Gestionar automáticamente los ajustes de conexión”. Puerto: {{port}}. Marque “Usar TLS/SSL”.
    step: Autenticación: Contraseña; usuario {{user}}. Aceptar y Guardar.
    note: En macOS la misma opción “Usar TLS/SSL” sirve para los dos tipos de cifrado.
    link: https://support.apple.com/HT204208
    """
}
