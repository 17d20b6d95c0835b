import MailModel

/// What to change in: Outlook for Windows (classic).
enum OutlookClassicInstructions {
  /// For the registry.
  static let instructions = ClientInstructions(
    identifier: "outlook", preferred: .starttls,
    texts: [.english: english, .brazilianPortuguese: brazilianPortuguese, .spanish: spanish])

  private static let english = """
    title: Outlook for Windows (classic)
    verified: yes
    source: https://github.com/ovh/docs (email_pro/how_to_configure_outlook_2016), January 2026
    path: File > Account Settings > Account Settings… > choose the account > Change…
    step: Check that the outgoing mail server (SMTP) is {{server}}.
    step: Open “More Settings…”, tab “Outgoing Server”, and tick “My outgoing server (SMTP) requires authentication”
      with “Use same settings as my incoming mail server”.
    step: Open the tab “Advanced”. In “Outgoing server (SMTP)” replace the old number by {{port}}; in “Use the
      following type of encrypted connection” choose {{security}}.
    step: OK, Next, Finish. Then send a message to yourself.
    note: If your Outlook shows “Server Settings” under Account Settings instead: choose it, open “Outgoing mail”
      and enter the same values.
    """

  private static let brazilianPortuguese = """
    title: Outlook para Windows (clássico)
    verified: no
    path: Arquivo > Configurações de Conta > Configurações de Conta… > selecione a conta > Alterar…
    step: Confira se o servidor de saída de emails (SMTP) é {{server}}.
    step: Clique em “Mais Configurações…”, abra a guia “Servidor de Saída” e marque “Meu servidor de saída (SMTP)
      requer autenticação” e “Usar as mesmas config. do servidor de entrada de emails”.
    step: Abra a guia “Avançado”. Em “Servidor de saída (SMTP)”, troque o número antigo por {{port}}; em “Usar o
      seguinte tipo de conexão criptografada”, escolha {{security}}.
    step: Clique em OK, Avançar e Concluir. Depois, envie uma mensagem para você mesmo.
    note: Se o seu Outlook mostrar “Configurações do Servidor” em Configurações de Conta, entre por ali, abra “Email
      de saída” e preencha os mesmos dados.
    """

  private static let spanish = """
    title: Outlook para Windows (clásico)
    verified: no
    path: Archivo > Configuración de la cuenta > Configuración de la cuenta… > elija la cuenta > Cambiar…
    step: Compruebe que el servidor de correo saliente (SMTP) sea {{server}}.
    step: Abra “Más configuraciones…”, pestaña “Servidor de salida”, y marque “Mi servidor de salida (SMTP) requiere
      autenticación” y “Utilizar la misma configuración que mi servidor de correo de entrada”.
    step: Abra la pestaña “Avanzadas”. En “Servidor de salida (SMTP)” sustituya el número antiguo por {{port}}; en
      “Usar el siguiente tipo de conexión cifrada” elija {{security}}.
    step: Pulse Aceptar, Siguiente y Finalizar. Después envíese un mensaje a usted mismo.
    note: Si su Outlook muestra “Configuración del servidor” dentro de Configuración de la cuenta, entre ahí, abra
      “Correo saliente” e introduzca los mismos datos.
    """
}
