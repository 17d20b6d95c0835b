import MailModel

/// What to change in: IIS 6 SMTP service with a smart host.
enum IISSmartHostInstructions {
  /// For the registry.
  static let instructions = ClientInstructions(
    identifier: "iis", preferred: .starttls,
    texts: [.english: english, .brazilianPortuguese: brazilianPortuguese, .spanish: spanish])

  private static let english = """
    title: IIS 6 SMTP service with a smart host
    verified: no
    path: SMTP Virtual Server > Properties > Delivery
    step: Outbound Security: Basic authentication, user {{user}}, TLS encryption.
    step: Outbound connections: TCP port {{starttlsPort}}. Advanced: smart host {{server}}.
    step-tls-only: This works with STARTTLS only, which we do not offer: please ask us for another way.
    note: It knows STARTTLS only, and Microsoft has ended it: plan for a successor.
    """

  private static let brazilianPortuguese = """
    title: Serviço SMTP do IIS 6 com smart host
    verified: no
    path: Servidor Virtual SMTP > Propriedades > Entrega
    step: Segurança de saída: autenticação básica, usuário {{user}}, criptografia TLS.
    step: Conexões de saída: porta TCP {{starttlsPort}}. Avançado: smart host {{server}}.
    step-tls-only: Isto funciona apenas com STARTTLS, que não oferecemos: fale conosco para buscarmos outro caminho.
    note: Ele só conhece STARTTLS e foi descontinuado pela Microsoft: planeje um substituto.
    """

  private static let spanish = """
    title: Servicio SMTP de IIS 6 con smart host
    verified: no
    path: Servidor virtual SMTP > Propiedades > Entrega
    step: Seguridad de salida: autenticación básica, usuario {{user}}, cifrado TLS.
    step: Conexiones de salida: puerto TCP {{starttlsPort}}. Avanzadas: smart host {{server}}.
    step-tls-only: Esto funciona solo con STARTTLS, que no ofrecemos: consúltenos otra solución.
    note: Solo conoce STARTTLS y Microsoft lo ha retirado: prevea un sustituto.
    """
}
