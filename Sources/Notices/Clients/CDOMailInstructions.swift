import MailModel

/// What to change in: VBA, classic ASP, VB6 or Access (CDO).
enum CDOMailInstructions {
  /// For the registry.
  static let instructions = ClientInstructions(
    identifier: "cdo", preferred: .implicit,
    texts: [.english: english, .brazilianPortuguese: brazilianPortuguese, .spanish: spanish])

  private static let english = """
    title: VBA, classic ASP, VB6 or Access (CDO)
    verified: yes
    source: https://github.com/MicrosoftDocs/OfficeDocs-Exchange/issues/636
    path: The place in the code where CDO.Configuration is filled
    step: smtpserver = "{{server}}", smtpserverport = {{port}}, smtpusessl = True, smtpauthenticate = 1,
      sendusername = "{{user}}".
    note: CDO has no separate switch for STARTTLS, so port 465 is the safe choice.
    """

  private static let brazilianPortuguese = """
    title: VBA, ASP clássico, VB6 ou Access (CDO)
    verified: yes
    source: https://github.com/MicrosoftDocs/OfficeDocs-Exchange/issues/636
    path: Trecho do código que preenche CDO.Configuration
    step: smtpserver = "{{server}}", smtpserverport = {{port}}, smtpusessl = True, smtpauthenticate = 1,
      sendusername = "{{user}}".
    note: O CDO não tem uma opção própria para STARTTLS; por isso, a porta 465 é a escolha segura.
    """

  private static let spanish = """
    title: VBA, ASP clásico, VB6 o Access (CDO)
    verified: yes
    source: https://github.com/MicrosoftDocs/OfficeDocs-Exchange/issues/636
    path: La parte del código que rellena CDO.Configuration
    step: smtpserver = "{{server}}", smtpserverport = {{port}}, smtpusessl = True, smtpauthenticate = 1,
      sendusername = "{{user}}".
    note: CDO no tiene una opción aparte para STARTTLS; por eso el puerto 465 es la elección segura.
    """
}
