import MailModel

/// What to change in: Postfix that hands its mail to us.
enum PostfixSmartHostInstructions {
  /// For the registry.
  static let instructions = ClientInstructions(
    identifier: "postfix", preferred: .starttls,
    texts: [.english: english, .brazilianPortuguese: brazilianPortuguese, .spanish: spanish])

  private static let english = """
    title: Postfix that hands its mail to us
    verified: yes
    source: parameters of Postfix 3.7, tried with two of them
    path: main.cf
    step: relayhost = [{{server}}]:{{starttlsPort}}
    step-tls-only: relayhost = [{{server}}]:{{tlsPort}}, smtp_tls_wrappermode = yes
    step: smtp_sasl_auth_enable = yes, smtp_sasl_password_maps with the user {{user}},
      smtp_sasl_security_options = noanonymous, smtp_tls_security_level = encrypt.
    step: postfix reload
    link: https://www.postfix.org/SASL_README.html
    """

  private static let brazilianPortuguese = """
    title: Postfix que entrega os e-mails por nós
    verified: yes
    source: parameters of Postfix 3.7, tried with two of them
    path: main.cf
    step: relayhost = [{{server}}]:{{starttlsPort}}
    step-tls-only: relayhost = [{{server}}]:{{tlsPort}}, smtp_tls_wrappermode = yes
    step: smtp_sasl_auth_enable = yes, smtp_sasl_password_maps com o usuário {{user}},
      smtp_sasl_security_options = noanonymous, smtp_tls_security_level = encrypt.
    step: postfix reload
    link: https://www.postfix.org/SASL_README.html
    """

  private static let spanish = """
    title: Postfix que envía su correo a través de nosotros
    verified: yes
    source: parameters of Postfix 3.7, tried with two of them
    path: main.cf
    step: relayhost = [{{server}}]:{{starttlsPort}}
    step-tls-only: relayhost = [{{server}}]:{{tlsPort}}, smtp_tls_wrappermode = yes
    step: smtp_sasl_auth_enable = yes, smtp_sasl_password_maps con el usuario {{user}},
      smtp_sasl_security_options = noanonymous, smtp_tls_security_level = encrypt.
    step: postfix reload
    link: https://www.postfix.org/SASL_README.html
    """
}
