import MailModel

/// What to change in: Java (Jakarta Mail).
enum JavaMailInstructions {
  /// For the registry.
  static let instructions = ClientInstructions(
    identifier: "java", preferred: .starttls,
    texts: [.english: english, .brazilianPortuguese: brazilianPortuguese, .spanish: spanish])

  private static let english = """
    title: Java (Jakarta Mail)
    verified: yes
    source: https://github.com/eclipse-ee4j/angus-mail, package org.eclipse.angus.mail.smtp
    path: The properties of the mail session
    step: mail.smtp.host={{server}}, mail.smtp.port={{starttlsPort}}, mail.smtp.starttls.enable=true,
      mail.smtp.starttls.required=true, mail.smtp.auth=true.
    step-tls-only: mail.smtp.host={{server}}, mail.smtp.port={{tlsPort}}, mail.smtp.ssl.enable=true, mail.smtp.auth=true.
    link: https://jakarta.ee/specifications/mail/
    """

  private static let brazilianPortuguese = """
    title: Java (Jakarta Mail)
    verified: yes
    source: https://github.com/eclipse-ee4j/angus-mail, package org.eclipse.angus.mail.smtp
    path: Propriedades da sessão de e-mail
    step: mail.smtp.host={{server}}, mail.smtp.port={{starttlsPort}}, mail.smtp.starttls.enable=true,
      mail.smtp.starttls.required=true, mail.smtp.auth=true.
    step-tls-only: mail.smtp.host={{server}}, mail.smtp.port={{tlsPort}}, mail.smtp.ssl.enable=true, mail.smtp.auth=true.
    link: https://jakarta.ee/specifications/mail/
    """

  private static let spanish = """
    title: Java (Jakarta Mail)
    verified: yes
    source: https://github.com/eclipse-ee4j/angus-mail, package org.eclipse.angus.mail.smtp
    path: Propiedades de la sesión de correo
    step: mail.smtp.host={{server}}, mail.smtp.port={{starttlsPort}}, mail.smtp.starttls.enable=true,
      mail.smtp.starttls.required=true, mail.smtp.auth=true.
    step-tls-only: mail.smtp.host={{server}}, mail.smtp.port={{tlsPort}}, mail.smtp.ssl.enable=true, mail.smtp.auth=true.
    link: https://jakarta.ee/specifications/mail/
    """
}
