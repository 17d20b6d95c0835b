import MailModel

/// TLS on the second port, the last step of the way.
struct C05TLSDemanded: IceWarpCheck {
  let id = "C5"
  let severity = PreflightSeverity.medium
  let phase = PreflightPhase.tlsEnforced
  let title = TranslatedText(
    "587 demands TLS, as the last step", pt: "A 587 exige TLS, como último passo",
    es: "El 587 exige TLS, como último paso")
  let why = TranslatedText(
    "Without it passwords can cross the network readable. Too early it cuts off programs set to 587 without TLS, as many "
      + "instructions of 2012 told.",
    pt:
      "Sem isso, senhas podem passar legíveis pela rede. Cedo demais, corta programas configurados na 587 sem TLS, como "
      + "ensinavam muitos tutoriais de 2012.",
    es:
      "Sin ello, las contraseñas pueden cruzar la red legibles. Demasiado pronto, deja fuera a los programas puestos en el "
      + "587 sin TLS, como enseñaban muchas instrucciones de 2012.")
  let variables = ["C_Mail_SMTP_Delivery_EnforceTlsOnSecondarySmtpPort", "C_Mail_SMTP_Delivery_MessageSubmission"]
  let advice = PreflightAdvice(
    TranslatedText(
      "When port587 audit shows no login in clear text any more, demand TLS on the second port.",
      pt: "Quando port587 audit não mostrar mais nenhum login em texto claro, exija TLS na segunda porta.",
      es: "Cuando port587 audit ya no muestre ningún inicio de sesión en texto claro, exija TLS en el segundo puerto."),
    console: .list("EnforceTlsOnSecondarySmtpPort"),
    commands: [modify("C_Mail_SMTP_Delivery_EnforceTlsOnSecondarySmtpPort", "1")])

  func judge(_ evidence: IceWarpEvidence) throws(PreflightUnknown) -> PreflightJudgement {
    let isDemanded = try evidence.flag("C_Mail_SMTP_Delivery_EnforceTlsOnSecondarySmtpPort")
    let isOn = evidence.knownFlag("C_Mail_SMTP_Delivery_MessageSubmission")
    if isDemanded, isOn == false {
      return PreflightJudgement(
        .warn,
        TranslatedText(
          "TLS is demanded already, while users are still to move: a program without TLS cannot.",
          pt: "O TLS já é exigido, e os usuários ainda vão migrar: um programa sem TLS não consegue.",
          es: "Ya se exige TLS, y los usuarios aún tienen que migrar: un programa sin TLS no puede."),
        advice: PreflightAdvice(
          TranslatedText(
            "Keep it where no old program or device is left; else switch it off until the last phase.",
            pt: "Mantenha se não houver programa ou aparelho antigo; senão, desligue até a última fase.",
            es: "Manténgalo si no queda ningún programa o aparato antiguo; si no, desactívelo hasta la última fase."),
          console: advice.console,
          commands: [C05TLSDemanded.modify("C_Mail_SMTP_Delivery_EnforceTlsOnSecondarySmtpPort", "0")]))
    }
    if isDemanded {
      return PreflightJudgement(
        .pass, TranslatedText("TLS is demanded.", pt: "O TLS é exigido.", es: "Se exige TLS."))
    }
    if try evidence.flag("C_Mail_SMTP_Delivery_MessageSubmission") {
      return PreflightJudgement(
        .warn,
        TranslatedText(
          "TLS is not demanded yet; it is the step after the last exception.",
          pt: "O TLS ainda não é exigido; é o passo depois da última exceção.",
          es: "Todavía no se exige TLS; es el paso después de la última excepción."))
    }
    return PreflightJudgement(
      .pass,
      TranslatedText(
        "Not demanded, which is right until everybody has moved.",
        pt: "Não é exigido, o que está certo até que todos migrem.",
        es: "No se exige, y está bien hasta que todos hayan migrado."))
  }
}
