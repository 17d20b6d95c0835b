import MailModel

/// What to change in: Outlook, through the Windows Control Panel.
enum OutlookControlPanelInstructions {
  /// For the registry.
  static let instructions = ClientInstructions(
    identifier: "outlook-control-panel", preferred: .starttls,
    texts: [.english: english, .brazilianPortuguese: brazilianPortuguese, .spanish: spanish])

  private static let english = """
    title: Outlook, through the Windows Control Panel
    verified: yes
    source: https://mindluster.com/lesson/description/352278
    path: Control Panel > Mail > Email Accounts > choose the account > Change… > More Settings…
    step: Tab “Outgoing Server”: tick “My outgoing server (SMTP) requires authentication”.
    step: Tab “Advanced”: outgoing server (SMTP) {{port}}, encrypted connection {{security}}.
    step: OK, Next, Finish.
    """

  private static let brazilianPortuguese = """
    title: Outlook, pelo Painel de Controle do Windows
    verified: no
    path: Painel de Controle > Email (ou Correio) > Contas de Email > selecione a conta > Alterar… > Mais
      Configurações…
    step: Guia “Servidor de Saída”: marque “Meu servidor de saída (SMTP) requer autenticação”.
    step: Guia “Avançado”: servidor de saída (SMTP) {{port}}, conexão criptografada {{security}}.
    step: OK, Avançar e Concluir.
    """

  private static let spanish = """
    title: Outlook, desde el Panel de control de Windows
    verified: no
    path: Panel de control > Correo > Cuentas de correo > elija la cuenta > Cambiar… > Más configuraciones…
    step: Pestaña “Servidor de salida”: marque “Mi servidor de salida (SMTP) requiere autenticación”.
    step: Pestaña “Avanzadas”: servidor de salida (SMTP) {{port}}, conexión cifrada {{security}}.
    step: Aceptar, Siguiente y Finalizar.
    """
}
