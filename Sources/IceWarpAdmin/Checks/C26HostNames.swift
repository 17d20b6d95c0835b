import MailModel

/// The names under which the server is known must be in its certificate.
struct C26HostNames: IceWarpCheck {
  let id = "C26"
  let severity = PreflightSeverity.medium
  let phase = PreflightPhase.bound
  let title = TranslatedText(
    "The server goes by one name", pt: "O servidor usa um só nome", es: "El servidor usa un solo nombre")
  let why = TranslatedText(
    "Each name that is greeted with, handed out or told in instructions must be in the certificate; a program that finds "
      + "another one warns or stops.",
    pt:
      "Cada nome usado na saudação, informado ou dito nas instruções precisa estar no certificado; um programa que acha outro "
      + "avisa ou para.",
    es:
      "Cada nombre con que se saluda, que se entrega o que dicen las instrucciones debe estar en el certificado; un programa que "
      + "halla otro avisa o se detiene.")
  let variables = [
    "C_Mail_SMTP_General_HostName", "C_SmartDiscover_General_HostName", "D_Hostname", "C_SmartDiscover_SMTP",
    "D_SmartDiscover_SMTP",
  ]
  let advice = PreflightAdvice(
    TranslatedText(
      "Have every name in the certificate, and tell users one of them.",
      pt: "Tenha todos os nomes no certificado e informe um deles aos usuários.",
      es: "Tenga todos los nombres en el certificado y diga uno de ellos a los usuarios."),
    console: .list("HostName"), commands: ["port587 probe NAME"])

  func judge(_ evidence: IceWarpEvidence) throws(PreflightUnknown) -> PreflightJudgement {
    let main = try evidence.text("C_Mail_SMTP_General_HostName")
    let others = variables.dropFirst().flatMap { evidence.settings?.values(of: $0) ?? [] }
    let names = ([main] + others).map { $0.lowercased().prefix { $0 != ":" && $0 != "/" } }.map(String.init)
      .filter { !$0.isEmpty }
    if main.isEmpty {
      throw PreflightUnknown(
        TranslatedText(
          "C_Mail_SMTP_General_HostName is empty.", pt: "C_Mail_SMTP_General_HostName está vazio.",
          es: "C_Mail_SMTP_General_HostName está vacío."))
    }
    var seen = Set<String>()
    let list = names.filter { seen.insert($0).inserted }
    let text = list.joined(separator: ", ")
    if !main.contains(".") {
      return PreflightJudgement(
        .warn,
        TranslatedText(
          "The host name has no domain, so no certificate can be for it: \(text)",
          pt: "O nome do servidor não tem domínio, e nenhum certificado pode valer para ele: \(text)",
          es: "El nombre del servidor no tiene dominio, y ningún certificado puede valer para él: \(text)"))
    }
    return PreflightJudgement(
      list.count > 1 ? .warn : .pass,
      TranslatedText("Names: \(text)", pt: "Nomes: \(text)", es: "Nombres: \(text)"),
      severity: list.count > 1 ? nil : .medium)
  }
}
