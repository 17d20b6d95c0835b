import MailModel

/// Where users reach 25 today they must reach 587.
struct C02Bindings: IceWarpCheck {
  let id = "C2"
  let severity = PreflightSeverity.high
  let phase = PreflightPhase.bound
  let title = TranslatedText(
    "587 is bound on every address that users know", pt: "A 587 está em todos os endereços que os usuários conhecem",
    es: "El 587 está en todas las direcciones que los usuarios conocen")
  let why = TranslatedText(
    "Users reach the server under some address; where only 25 is bound there, the new port is closed for them.",
    pt: "O usuário chega ao servidor por algum endereço; se nele só existe a 25, a porta nova está fechada para ele.",
    es:
      "El usuario llega al servidor por alguna dirección; si en ella solo existe el 25, el puerto nuevo está cerrado para él."
  )
  let variables = ["C_System_Services_BindIPAddress"]
  let advice = PreflightAdvice(
    TranslatedText(
      "Compare the list with the addresses to which your mail names lead, and ask each with port587 probe.",
      pt: "Compare a lista com os endereços dos nomes do seu servidor e teste cada um com port587 probe.",
      es: "Compare la lista con las direcciones de los nombres de su servidor y pruebe cada una con port587 probe."),
    console: .place(
      "System > Services > SMTP (double click) > Other > IP addresses of services",
      "Sistema > Serviços > SMTP (duplo clique) > Outro > Endereços IP's de serviços", variable: "BindIPAddress"),
    commands: ["port587 probe HOST"])

  func judge(_ evidence: IceWarpEvidence) throws(PreflightUnknown) -> PreflightJudgement {
    let text = try evidence.text("C_System_Services_BindIPAddress")
    if text.isEmpty || text == "0.0.0.0" || text.lowercased().hasPrefix("all") {
      return PreflightJudgement(
        .pass,
        TranslatedText(
          "The services are bound on every address.", pt: "Os serviços atendem em todos os endereços.",
          es: "Los servicios atienden en todas las direcciones."))
    }
    let list = TrustedAddresses.parse(Array(text.utf8))
    if list.faults.isEmpty, list.count > 0, list.reaches.allSatisfy(\.isLoopback) {
      return PreflightJudgement(
        .fail,
        TranslatedText(
          "The services are bound on this machine alone: \(text)", pt: "Os serviços atendem só nesta máquina: \(text)",
          es: "Los servicios atienden solo en esta máquina: \(text)"))
    }
    return PreflightJudgement(
      .warn,
      TranslatedText(
        "The services are bound on: \(text)", pt: "Os serviços atendem em: \(text)",
        es: "Los servicios atienden en: \(text)"), severity: .medium)
  }

  /// Whether a further binding names port 587: reachable, though perhaps not the port of the submission option.
  static func names587(_ evidence: IceWarpEvidence) -> Bool {
    evidence.knownText("C_System_Services_BindIPAddress")?.split { " ,;\t".contains($0) }
      .contains { $0.hasSuffix(":587") } ?? false
  }
}
