import MailModel

/// What to change in: Exim that hands its mail to us.
enum EximSmartHostInstructions {
  /// For the registry.
  static let instructions = ClientInstructions(
    identifier: "exim", preferred: .starttls,
    texts: [.english: english, .brazilianPortuguese: brazilianPortuguese, .spanish: spanish])

  private static let english = """
    title: Exim that hands its mail to us
    verified: no
    path: The smtp transport that the smart host’s manualroute router uses
    step: port = {{starttlsPort}}, hosts_require_auth = {{server}}, hosts_require_tls = {{server}}.
    step-tls-only: port = {{tlsPort}}, protocol = smtps, hosts_require_auth = {{server}}.
    step: A client authenticator with the user {{user}}.
    link: https://www.exim.org/docs.html
    """

  private static let brazilianPortuguese = """
    title: Exim que entrega os e-mails por nós
    verified: no
    path: O transporte smtp usado pelo roteador manualroute do smart host
    step: port = {{starttlsPort}}, hosts_require_auth = {{server}}, hosts_require_tls = {{server}}.
    step-tls-only: port = {{tlsPort}}, protocol = smtps, hosts_require_auth = {{server}}.
    step: Um autenticador de cliente com o usuário {{user}}.
    link: https://www.exim.org/docs.html
    """

  private static let spanish = """
    title: Exim que envía su correo a través de nosotros
    verified: no
    path: El transporte smtp que usa el router manualroute del smart host
    step: port = {{starttlsPort}}, hosts_require_auth = {{server}}, hosts_require_tls = {{server}}.
    step-tls-only: port = {{tlsPort}}, protocol = smtps, hosts_require_auth = {{server}}.
    step: Un autenticador de cliente con el usuario {{user}}.
    link: https://www.exim.org/docs.html
    """
}
