import MailModel

/// What to change in: Python (smtplib).
enum PythonMailInstructions {
  /// For the registry.
  static let instructions = ClientInstructions(
    identifier: "python", preferred: .starttls,
    texts: [.english: english, .brazilianPortuguese: brazilianPortuguese, .spanish: spanish])

  private static let english = """
    title: Python (smtplib)
    verified: yes
    source: smtplib of Python 3.11, tried with a Postfix
    path: The place in the code where smtplib is used
    step: With STARTTLS: smtplib.SMTP("{{server}}", {{starttlsPort}}), then
      starttls(context=ssl.create_default_context()), then login("{{user}}", password).
    step-tls-only: smtplib.SMTP_SSL("{{server}}", {{tlsPort}}, context=ssl.create_default_context()), then
      login("{{user}}", password).
    link: https://docs.python.org/3/library/smtplib.html
    """

  private static let brazilianPortuguese = """
    title: Python (smtplib)
    verified: yes
    source: smtplib of Python 3.11, tried with a Postfix
    path: Trecho do código que usa o smtplib
    step: Com STARTTLS: smtplib.SMTP("{{server}}", {{starttlsPort}}), depois
      starttls(context=ssl.create_default_context()) e login("{{user}}", senha).
    step-tls-only: smtplib.SMTP_SSL("{{server}}", {{tlsPort}}, context=ssl.create_default_context()), depois
      login("{{user}}", senha).
    link: https://docs.python.org/3/library/smtplib.html
    """

  private static let spanish = """
    title: Python (smtplib)
    verified: yes
    source: smtplib of Python 3.11, tried with a Postfix
    path: La parte del código que usa smtplib
    step: Con STARTTLS: smtplib.SMTP("{{server}}", {{starttlsPort}}), después
      starttls(context=ssl.create_default_context()) y login("{{user}}", contraseña).
    step-tls-only: smtplib.SMTP_SSL("{{server}}", {{tlsPort}}, context=ssl.create_default_context()), después
      login("{{user}}", contraseña).
    link: https://docs.python.org/3/library/smtplib.html
    """
}
