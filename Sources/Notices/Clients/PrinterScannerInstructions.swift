import MailModel

/// What to change in: Printer or scanner.
enum PrinterScannerInstructions {
  /// For the registry.
  static let instructions = ClientInstructions(
    identifier: "printer", preferred: .starttls,
    texts: [.english: english, .brazilianPortuguese: brazilianPortuguese, .spanish: spanish])

  private static let english = """
    title: Printer or scanner
    verified: yes
    source: https://www.sharp.com.hk/en/smtp; names differ from maker to maker
    path: The device’s own web page > Network or Email > SMTP
    step: SMTP server: {{server}}. Port: {{port}}. Encryption: {{security}}.
    step: SMTP authentication on: user {{user}} and its password. The sender address must be the address of this
      account.
    step: If the device has no STARTTLS for port {{starttlsPort}}: port {{tlsPort}} with SSL/TLS.
    step: Send a test scan.
    note: If the device cannot do this, update its firmware; if that does not help, ask us about another way.
    """

  private static let brazilianPortuguese = """
    title: Impressora ou scanner
    verified: yes
    source: https://www.sharp.com.hk/en/smtp; names differ from maker to maker
    path: Página web do próprio equipamento > Rede ou E-mail > SMTP
    step: Servidor SMTP: {{server}}. Porta: {{port}}. Criptografia: {{security}}.
    step: Ative a autenticação SMTP: usuário {{user}} e a senha dele. O endereço do remetente deve ser o desta
      conta.
    step: Se o equipamento não tiver STARTTLS para a porta {{starttlsPort}}: porta {{tlsPort}} com SSL/TLS.
    step: Envie uma digitalização de teste.
    note: Se o equipamento não tiver essas opções, atualize o firmware; se não resolver, fale conosco para buscarmos outro
      caminho.
    """

  private static let spanish = """
    title: Impresora o escáner
    verified: yes
    source: https://www.sharp.com.hk/en/smtp; names differ from maker to maker
    path: Página web del propio equipo > Red o Correo > SMTP
    step: Servidor SMTP: {{server}}. Puerto: {{port}}. Cifrado: {{security}}.
    step: Active la autenticación SMTP: usuario {{user}} y su contraseña. La dirección del remitente debe ser la de
      esta cuenta.
    step: Si el equipo no tiene STARTTLS para el puerto {{starttlsPort}}: puerto {{tlsPort}} con SSL/TLS.
    step: Envíe un escaneo de prueba.
    note: Si el equipo no lo permite, actualice el firmware; si no basta, consúltenos otra solución.
    """
}
