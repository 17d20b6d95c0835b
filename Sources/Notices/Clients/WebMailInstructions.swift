import MailModel

/// What to change in: Web mail, or a phone with Exchange ActiveSync.
enum WebMailInstructions {
  /// For the registry.
  static let instructions = ClientInstructions(
    identifier: "web-mail", preferred: .starttls,
    texts: [.english: english, .brazilianPortuguese: brazilianPortuguese, .spanish: spanish])

  private static let english = """
    title: Web mail, or a phone with Exchange ActiveSync
    verified: yes
    source: nothing has to be found in a menu
    path: Nothing to change
    step: Web mail in the browser and phones set up as “Exchange” are taken care of on the server.
    """

  private static let brazilianPortuguese = """
    title: Webmail ou celular com Exchange ActiveSync
    verified: yes
    source: nothing has to be found in a menu
    path: Nada a alterar
    step: O webmail no navegador e os celulares configurados como “Exchange” são ajustados no próprio servidor.
    """

  private static let spanish = """
    title: Correo web o teléfono con Exchange ActiveSync
    verified: yes
    source: nothing has to be found in a menu
    path: Nada que cambiar
    step: El correo web en el navegador y los teléfonos configurados como “Exchange” se ajustan en el servidor.
    """
}
