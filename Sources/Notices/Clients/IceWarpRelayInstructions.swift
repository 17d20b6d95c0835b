import MailModel

/// What to change in: Another IceWarp that relays through us.
enum IceWarpRelayInstructions {
  /// For the registry.
  static let instructions = ClientInstructions(
    identifier: "icewarp-relay", preferred: .starttls,
    texts: [.english: english, .brazilianPortuguese: brazilianPortuguese, .spanish: spanish])

  private static let english = """
    title: Another IceWarp that relays through us
    verified: yes
    source: https://docs.icewarp.com, Delivery of mail through another server
    path: Mail > General > Delivery > Use relay server
    step: Add the port at the end of the entry: {{user}}:PASSWORD@{{server}}:{{starttlsPort}}
    step-tls-only: Please ask us how to set this up.
    """

  private static let brazilianPortuguese = """
    title: Outro IceWarp que usa nosso servidor como relay
    verified: yes
    source: https://docs.icewarp.com, Delivery of mail through another server
    path: Correio > Geral > Entrega > Usar servidor de relay
    step: Acrescente a porta no fim do campo: {{user}}:SENHA@{{server}}:{{starttlsPort}}
    step-tls-only: Pergunte-nos como configurar isto.
    """

  private static let spanish = """
    title: Otro IceWarp que usa nuestro servidor como relay
    verified: yes
    source: https://docs.icewarp.com, Delivery of mail through another server
    path: Correo > General > Entrega > Usar servidor de relay
    step: Añada el puerto al final del campo: {{user}}:CONTRASEÑA@{{server}}:{{starttlsPort}}
    step-tls-only: Pregúntenos cómo configurarlo.
    """
}
