import MailModel

/// What to change in: Node.js (Nodemailer).
enum NodeMailInstructions {
  /// For the registry.
  static let instructions = ClientInstructions(
    identifier: "node", preferred: .starttls,
    texts: [.english: english, .brazilianPortuguese: brazilianPortuguese, .spanish: spanish])

  private static let english = """
    title: Node.js (Nodemailer)
    verified: yes
    source: https://github.com/nodemailer/nodemailer, August 2026
    path: The options of createTransport
    step: host: "{{server}}", port: {{starttlsPort}}, secure: false, requireTLS: true, auth: the user {{user}} and
      its password.
    step-tls-only: host: "{{server}}", port: {{tlsPort}}, secure: true, auth: the user {{user}} and its password.
    link: https://nodemailer.com/smtp/
    """

  private static let brazilianPortuguese = """
    title: Node.js (Nodemailer)
    verified: yes
    source: https://github.com/nodemailer/nodemailer, August 2026
    path: Opções de createTransport
    step: host: "{{server}}", port: {{starttlsPort}}, secure: false, requireTLS: true, auth: o usuário {{user}} e a
      senha dele.
    step-tls-only: host: "{{server}}", port: {{tlsPort}}, secure: true, auth: o usuário {{user}} e a senha dele.
    link: https://nodemailer.com/smtp/
    """

  private static let spanish = """
    title: Node.js (Nodemailer)
    verified: yes
    source: https://github.com/nodemailer/nodemailer, August 2026
    path: Opciones de createTransport
    step: host: "{{server}}", port: {{starttlsPort}}, secure: false, requireTLS: true, auth: el usuario {{user}} y
      su contraseña.
    step-tls-only: host: "{{server}}", port: {{tlsPort}}, secure: true, auth: el usuario {{user}} y su contraseña.
    link: https://nodemailer.com/smtp/
    """
}
