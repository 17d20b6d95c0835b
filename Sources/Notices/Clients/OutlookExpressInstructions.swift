import MailModel

/// What to change in: Outlook Express or Windows Live Mail.
enum OutlookExpressInstructions {
  /// For the registry.
  static let instructions = ClientInstructions(
    identifier: "outlook-express", preferred: .implicit,
    texts: [.english: english, .brazilianPortuguese: brazilianPortuguese, .spanish: spanish])

  private static let english = """
    title: Outlook Express or Windows Live Mail
    verified: no
    path: Tools > Accounts > Mail > the account > Properties
    step: Tab “Servers”: tick “My server requires authentication”.
    step: Tab “Advanced”: “Outgoing mail (SMTP)” {{port}}, and tick “This server requires a secure connection (SSL)”
      below it.
    step: OK, close the program and start it again.
    note: On Windows XP this program may be too old for today’s encryption; then please write to us.
    """

  private static let brazilianPortuguese = """
    title: Outlook Express ou Windows Live Mail
    verified: yes
    source: http://manual.webhost.com.br/book/export/html/8
    path: Ferramentas > Contas > aba E-mail > a conta > Propriedades
    step: Aba “Servidores”: marque “Meu servidor requer autenticação”.
    step: Aba “Avançado”: em “E-mails de saída (SMTP)”, troque o número por {{port}} e marque logo abaixo “Este
      servidor requer uma conexão de segurança (SSL)”.
    step: Clique em OK, feche o programa e abra-o novamente.
    note: No Windows XP, o programa pode ser antigo demais para a criptografia atual; nesse caso, fale conosco.
    """

  private static let spanish = """
    title: Outlook Express o Windows Live Mail
    verified: no
    path: Herramientas > Cuentas > Correo > la cuenta > Propiedades
    step: Pestaña “Servidores”: marque “Mi servidor requiere autenticación”.
    step: Pestaña “Opciones avanzadas”: “Correo saliente (SMTP)” {{port}}, y marque debajo “El servidor requiere una
      conexión segura (SSL)”.
    step: Aceptar; cierre el programa y ábralo de nuevo.
    note: En Windows XP este programa puede ser demasiado antiguo para el cifrado actual; en ese caso, escríbanos.
    """
}
