import MailModel

/// What to change in: .NET program (System.Net.Mail).
enum DotNetMailInstructions {
  /// For the registry.
  static let instructions = ClientInstructions(
    identifier: "dotnet", preferred: .starttls,
    texts: [.english: english, .brazilianPortuguese: brazilianPortuguese, .spanish: spanish])

  private static let english = """
    title: .NET program (System.Net.Mail)
    verified: yes
    source: https://learn.microsoft.com/archive/blogs/webdav_101/system-net-mail-with-ssl-to-authenticate-against-port-465
    path: The program’s configuration, or its code where SmtpClient is set up
    step: Host = "{{server}}", Port = {{starttlsPort}}, EnableSsl = true, Credentials = user {{user}} and its
      password.
    step-tls-only: This works with STARTTLS only, which we do not offer: please ask us for another way.
    note: System.Net.Mail knows STARTTLS only; port 465 does not work with it.
    """

  private static let brazilianPortuguese = """
    title: Programa .NET (System.Net.Mail)
    verified: yes
    source: https://learn.microsoft.com/archive/blogs/webdav_101/system-net-mail-with-ssl-to-authenticate-against-port-465
    path: Configuração do programa ou trecho do código que cria o SmtpClient
    step: Host = "{{server}}", Port = {{starttlsPort}}, EnableSsl = true, Credentials = usuário {{user}} e a senha
      dele.
    step-tls-only: Isto funciona apenas com STARTTLS, que não oferecemos: fale conosco para buscarmos outro caminho.
    note: O System.Net.Mail só conhece STARTTLS; a porta 465 não funciona com ele.
    """

  private static let spanish = """
    title: Programa .NET (System.Net.Mail)
    verified: yes
    source: https://learn.microsoft.com/archive/blogs/webdav_101/system-net-mail-with-ssl-to-authenticate-against-port-465
    path: Configuración del programa o la parte del código que crea el SmtpClient
    step: Host = "{{server}}", Port = {{starttlsPort}}, EnableSsl = true, Credentials = usuario {{user}} y su
      contraseña.
    step-tls-only: Esto funciona solo con STARTTLS, que no ofrecemos: consúltenos otra solución.
    note: System.Net.Mail solo conoce STARTTLS; el puerto 465 no funciona con él.
    """
}
