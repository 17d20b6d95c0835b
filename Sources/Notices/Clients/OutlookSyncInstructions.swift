import MailModel

/// What to change in: Outlook with IceWarp Outlook Sync.
enum OutlookSyncInstructions {
  /// For the registry.
  static let instructions = ClientInstructions(
    identifier: "outlook-sync", preferred: .implicit,
    texts: [.english: english, .brazilianPortuguese: brazilianPortuguese, .spanish: spanish])

  private static let english = """
    title: Outlook with IceWarp Outlook Sync
    verified: yes
    source: https://docs.icewarp.com/Content/OutlookSync/Installation_steps/Protocols_and_ports.htm
    path: File > Account Settings > Account Settings… > the account > Change… > More Settings… > Advanced
    step: Mail is sent by Outlook itself: outgoing server {{server}}, port {{port}}, {{security}}.
    step: Tab “Outgoing Server”: tick “My outgoing server (SMTP) requires authentication”.
    link: https://docs.icewarp.com/Content/OutlookSync/Installation_steps/Protocols_and_ports.htm
    """

  private static let brazilianPortuguese = """
    title: Outlook com IceWarp Outlook Sync
    verified: no
    path: Arquivo > Configurações de Conta > Configurações de Conta… > a conta > Alterar… > Mais Configurações… >
      Avançado
    step: Quem envia é o próprio Outlook: servidor de saída {{server}}, porta {{port}}, {{security}}.
    step: Guia “Servidor de Saída”: marque “Meu servidor de saída (SMTP) requer autenticação”.
    link: https://docs.icewarp.com/Content/OutlookSync/Installation_steps/Protocols_and_ports.htm
    """

  private static let spanish = """
    title: Outlook con IceWarp Outlook Sync
    verified: no
    path: Archivo > Configuración de la cuenta > Configuración de la cuenta… > la cuenta > Cambiar… > Más
      configuraciones… > Avanzadas
    step: Quien envía es el propio Outlook: servidor de salida {{server}}, puerto {{port}}, {{security}}.
    step: Pestaña “Servidor de salida”: marque “Mi servidor de salida (SMTP) requiere autenticación”.
    link: https://docs.icewarp.com/Content/OutlookSync/Installation_steps/Protocols_and_ports.htm
    """
}
