import MailModel

/// What to change in: Mail on a Mac.
enum AppleMailMacInstructions {
  /// For the registry.
  static let instructions = ClientInstructions(
    identifier: "apple-mail", preferred: .starttls,
    texts: [.english: english, .brazilianPortuguese: brazilianPortuguese, .spanish: spanish])

  private static let english = """
    title: Mail on a Mac
    verified: yes
    source: https://support.apple.com/guide/mail/cpmlprefsmtpserver/mac, which still says Preferences for Settings
    path: Mail > Settings… > Accounts > choose the account > Server Settings
    step: In the menu “Account” of the outgoing mail server choose “Edit SMTP Server List…”, then the
      server {{server}}.
    step: Untick “Automatically manage connection settings”. Port: {{port}}. Tick “Use TLS/SSL”.
    step: Authentication: Password; user name {{user}}. OK, Save.
    note: Before macOS 13 the menu says Preferences for Settings. macOS uses the same tick “Use TLS/SSL” for both kinds of
      encryption.
    link: https://support.apple.com/guide/mail/cpmlprefsmtpserver/mac
    """

  private static let brazilianPortuguese = """
    title: Mail no Mac
    verified: no
    path: Mail > Ajustes… > Contas > selecione a conta > Ajustes do Servidor
    step: Em “Conta de Envio de E-mail”, escolha “Editar Lista de Servidores SMTP…” e o servidor {{server}}.
    step: Desmarque “Gerenciar configurações de conexão automaticamente”. Porta: {{port}}. Marque “Usar TLS/SSL”.
    step: Autenticação: Senha; nome de usuário {{user}}. Clique em OK e em Salvar.
    note: Antes do macOS 13, Ajustes chama-se Preferências. No macOS, a mesma opção “Usar TLS/SSL” vale para os dois
      tipos de criptografia.
    link: https://support.apple.com/guide/mail/cpmlprefsmtpserver/mac
    """

  private static let spanish = """
    title: Mail en un Mac
    verified: no
    path: Mail > Ajustes… > Cuentas > elija la cuenta > Ajustes del servidor
    step: En “Cuenta de correo saliente” elija “Editar lista de servidores SMTP…” y el servidor {{server}}.
    step: Desmarque “Gestionar automáticamente los ajustes de conexión”. Puerto: {{port}}. Marque “Usar TLS/SSL”.
    step: Autenticación: Contraseña; usuario {{user}}. Aceptar y Guardar.
    note: Antes de macOS 13, Ajustes se llama Preferencias. En macOS la misma opción “Usar TLS/SSL” sirve para los
      dos tipos de cifrado.
    link: https://support.apple.com/guide/mail/cpmlprefsmtpserver/mac
    """
}
