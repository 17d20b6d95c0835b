import MailModel

/// No setting tells how long the certificate lasts; the handshake does.
struct C25Certificate: IceWarpCheck {
  let id = "C25"
  let severity = PreflightSeverity.high
  let phase = PreflightPhase.bound
  let title = TranslatedText(
    "The certificate is good for the names that users type",
    pt: "O certificado vale para os nomes que os usuários digitam",
    es: "El certificado vale para los nombres que los usuarios escriben")
  let why = TranslatedText(
    "Programs that never used TLS meet the certificate for the first time on 587; a wrong name or date stops them.",
    pt:
      "Programas que nunca usaram TLS encontram o certificado pela primeira vez na 587; nome ou data errados os param.",
    es:
      "Los programas que nunca usaron TLS encuentran el certificado por primera vez en el 587; un nombre o fecha erróneos los "
      + "detienen.")
  let variables: [String] = []
  let advice = PreflightAdvice(
    TranslatedText(
      "Ask the server itself.", pt: "Pergunte ao próprio servidor.", es: "Pregunte al propio servidor."),
    commands: ["port587 probe HOST"])

  func judge(_ evidence: IceWarpEvidence) throws(PreflightUnknown) -> PreflightJudgement {
    PreflightJudgement(
      .notRun,
      TranslatedText(
        "No setting holds its dates and names; port587 probe reads them from the handshake (P10, P11).",
        pt: "Nenhuma configuração contém datas e nomes; port587 probe os lê da conexão TLS (P10, P11).",
        es: "Ninguna opción contiene fechas y nombres; port587 probe los lee de la conexión TLS (P10, P11)."),
      advice: advice)
  }
}
