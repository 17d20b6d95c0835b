import MailModel

/// What is asked of servers must not be asked of users' programs.
struct C22HeloChecks: IceWarpCheck {
  let id = "C22"
  let severity = PreflightSeverity.medium
  let phase = PreflightPhase.usersMoved
  let title = TranslatedText(
    "Checks of name and address do not hit users", pt: "Verificações de nome e IP não atingem usuários",
    es: "Las comprobaciones de nombre y dirección no afectan a los usuarios")
  let why = TranslatedText(
    "Programs of users say EHLO with a name like PC-ANA or [192.168.0.5], from addresses without reverse name. A refusal for "
      + "rDNS reads “501 5.7.1 Permission denied” too, and is taken for the switch.",
    pt:
      "Programas de usuários dizem EHLO com um nome como PC-ANA ou [192.168.0.5], de IPs sem DNS reverso. A recusa por rDNS "
      + "também diz “501 5.7.1 Permission denied”, e parece causada pela chave.",
    es:
      "Los programas de usuarios dicen EHLO con un nombre como PC-ANA o [192.168.0.5], desde direcciones sin nombre inverso. El "
      + "rechazo por rDNS también dice «501 5.7.1 Permission denied», y parece causado por la opción.")
  let variables = [
    "C_Mail_Security_Protection_RejectrDNS", "C_Mail_Security_Protection_HELOEHLO",
    "C_Mail_Security_Protection_IgnoreBlankHeloHost",
  ]
  let advice = PreflightAdvice(
    TranslatedText(
      "Switch the rDNS check off, or see in port587 probe (P05, P22) that it spares the submission port; look through "
        + "heloehlo.dat for single names and bracketed addresses.",
      pt:
        "Desligue a verificação de rDNS, ou confirme em port587 probe (P05, P22) que ela poupa a porta de submissão; revise "
        + "heloehlo.dat quanto a nomes simples e IPs entre colchetes.",
      es:
        "Desactive la comprobación de rDNS, o confirme en port587 probe (P05, P22) que no afecta al puerto de envío; revise en "
        + "heloehlo.dat los nombres simples y las direcciones entre corchetes."),
    console: .list("RejectrDNS"), commands: [modify("C_Mail_Security_Protection_RejectrDNS", "0")])

  func judge(_ evidence: IceWarpEvidence) throws(PreflightUnknown) -> PreflightJudgement {
    if try evidence.flag("C_Mail_Security_Protection_RejectrDNS") {
      return PreflightJudgement(
        .warn,
        TranslatedText(
          "Addresses without reverse name are refused.", pt: "IPs sem DNS reverso são recusados.",
          es: "Se rechazan direcciones sin nombre inverso."))
    }
    if let filter = evidence.knownText("C_Mail_Security_Protection_HELOEHLO"), !filter.isEmpty, filter != "0",
      filter.lowercased() != "false"
    {
      return PreflightJudgement(
        .warn,
        TranslatedText(
          "A HELO/EHLO check is on (\(filter)).", pt: "Uma verificação de HELO/EHLO está ligada (\(filter)).",
          es: "Hay una comprobación de HELO/EHLO activa (\(filter))."),
        severity: .info, advice: PreflightAdvice(advice.text, console: .list("HELOEHLO"), commands: []))
    }
    return PreflightJudgement(
      .pass,
      TranslatedText(
        "No check of the reverse name.", pt: "Sem verificação do DNS reverso.",
        es: "Sin comprobación del nombre inverso."))
  }
}
