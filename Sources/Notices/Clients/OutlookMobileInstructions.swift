import MailModel

/// What to change in: Outlook app on a phone.
enum OutlookMobileInstructions {
  /// For the registry.
  static let instructions = ClientInstructions(
    identifier: "outlook-mobile", preferred: .starttls,
    texts: [.english: english, .brazilianPortuguese: brazilianPortuguese, .spanish: spanish])

  private static let english = """
    title: Outlook app on a phone
    verified: no
    path: Settings > choose the account; its server cannot be changed, so ask us before you remove the account
    step: Remove the account and add it again as IMAP with the advanced settings.
    step: Outgoing mail server: {{server}}:{{port}}, security {{security}}, with user name and password.
    note: The app cannot change the server of an existing account. If your mail is fetched by POP, ask us before you
      remove it: mail that is only on the phone would be lost.
    """

  private static let brazilianPortuguese = """
    title: Aplicativo Outlook no celular
    verified: no
    path: Configurações > selecione a conta; o servidor dela não pode ser trocado, então fale conosco antes de remover a conta
    step: Remova a conta e adicione-a de novo como IMAP, usando as configurações avançadas.
    step: Servidor de saída: {{server}}:{{port}}, segurança {{security}}, com nome de usuário e senha.
    note: O aplicativo não permite trocar o servidor de uma conta já criada. Se a sua conta for POP, fale conosco
      antes de remover: as mensagens que estão apenas no celular seriam perdidas.
    """

  private static let spanish = """
    title: Aplicación Outlook en el teléfono
    verified: no
    path: Configuración > elija la cuenta; su servidor no se puede cambiar, así que consúltenos antes de quitar la cuenta
    step: Quite la cuenta y agréguela otra vez como IMAP, con la configuración avanzada.
    step: Servidor de correo saliente: {{server}}:{{port}}, seguridad {{security}}, con usuario y contraseña.
    note: La aplicación no permite cambiar el servidor de una cuenta existente. Si su cuenta es POP, consúltenos
      antes de quitarla: se perdería el correo guardado solo en el teléfono.
    """
}
