import MailModel

/// What to change in: Exchange send connector.
enum ExchangeConnectorInstructions {
  /// For the registry.
  static let instructions = ClientInstructions(
    identifier: "exchange", preferred: .starttls,
    texts: [.english: english, .brazilianPortuguese: brazilianPortuguese, .spanish: spanish])

  private static let english = """
    title: Exchange send connector
    verified: no
    path: Exchange Management Shell
    step: Set-SendConnector "NAME" -SmartHosts {{server}} -Port {{starttlsPort}} -SmartHostAuthMechanism
      BasicAuthRequireTLS -AuthenticationCredential (Get-Credential)
    step-tls-only: This works with STARTTLS only, which we do not offer: please ask us for another way.
    note: If this is not done, mail queues silently with “451 5.7.3 Require basic authentication”: watch the queue
      on the day of the change.
    """

  private static let brazilianPortuguese = """
    title: Conector de envio do Exchange
    verified: no
    path: Shell de Gerenciamento do Exchange
    step: Set-SendConnector "NOME" -SmartHosts {{server}} -Port {{starttlsPort}} -SmartHostAuthMechanism
      BasicAuthRequireTLS -AuthenticationCredential (Get-Credential)
    step-tls-only: Isto funciona apenas com STARTTLS, que não oferecemos: fale conosco para buscarmos outro caminho.
    note: Sem isso, os e-mails ficam parados na fila, sem aviso, com “451 5.7.3 Require basic authentication”:
      acompanhe a fila no dia da mudança.
    """

  private static let spanish = """
    title: Conector de envío de Exchange
    verified: no
    path: Shell de administración de Exchange
    step: Set-SendConnector "NOMBRE" -SmartHosts {{server}} -Port {{starttlsPort}} -SmartHostAuthMechanism
      BasicAuthRequireTLS -AuthenticationCredential (Get-Credential)
    step-tls-only: Esto funciona solo con STARTTLS, que no ofrecemos: consúltenos otra solución.
    note: Si no se hace, el correo se queda en la cola sin avisar, con “451 5.7.3 Require basic authentication”:
      vigile la cola el día del cambio.
    """
}
