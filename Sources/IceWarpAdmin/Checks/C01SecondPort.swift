import MailModel

/// The role of the submission port is tied to the second port of the configuration, whatever its number.
struct C01SecondPort: IceWarpCheck {
  let id = "C1"
  let severity = PreflightSeverity.blocker
  let phase = PreflightPhase.bound
  let title = TranslatedText(
    "The second port of SMTP is 587", pt: "A segunda porta do SMTP é a 587", es: "El segundo puerto de SMTP es el 587")
  let why = TranslatedText(
    "IceWarp's submission option makes the second port the one for users, whatever its number. While that is 366, "
      + "turning the option on obliges everybody to use 366, and users on 25 are refused.",
    pt:
      "A opção de submissão do IceWarp reserva aos usuários a segunda porta, seja qual for o número. Enquanto ela for "
      + "366, ligar a opção obriga todos a usar a 366, e na 25 o envio é recusado.",
    es:
      "La opción de envío de IceWarp reserva a los usuarios el segundo puerto, sea cual sea su número. Mientras sea el "
      + "366, activar la opción obliga a todos a usar el 366, y en el 25 se rechaza el envío.")
  let variables = [
    "C_System_Services_SMTP_Port", "C_System_Services_SMTP_AltPort", "C_System_Services_SMTP_SSLPort",
    "C_Mail_SMTP_Delivery_MessageSubmission",
  ]
  let advice = PreflightAdvice(
    TranslatedText(
      "Set the second basic port to 587, restart the SMTP module and open 587 in the firewall.",
      pt: "Troque a 2ª porta básica para 587, reinicie o módulo SMTP e libere a 587 no firewall.",
      es: "Cambie el segundo puerto básico a 587, reinicie el módulo SMTP y abra el 587 en el cortafuegos."),
    console: .place(
      "System > Services > SMTP (double click) > Other > 2nd basic port",
      "Sistema > Serviços > SMTP (duplo clique) > Outro > 2ª porta básica", variable: "SMTP_AltPort"),
    commands: [modify("C_System_Services_SMTP_AltPort", "587")])

  func judge(_ evidence: IceWarpEvidence) throws(PreflightUnknown) -> PreflightJudgement {
    let second = try evidence.number("C_System_Services_SMTP_AltPort")
    if second != 587 {
      let isOn = evidence.knownFlag("C_Mail_SMTP_Delivery_MessageSubmission") == true
      let now = TranslatedText(
        "The second port is \(second).", pt: "A segunda porta é a \(second).", es: "El segundo puerto es el \(second).")
      return PreflightJudgement(
        .fail,
        isOn
          ? now.followed(
            by: TranslatedText(
              "The submission option is on already: users on 25 are refused, and their way out is \(second).",
              pt: "A opção de submissão já está ligada: quem usa a 25 é recusado, e a saída é a \(second).",
              es: "La opción de envío ya está activa: se rechaza a quien usa el 25, y la salida es el \(second)."))
          : now)
    }
    let basic = evidence.knownNumber("C_System_Services_SMTP_Port")
    let tls = evidence.knownNumber("C_System_Services_SMTP_SSLPort")
    if let basic, basic != 25 {
      return PreflightJudgement(
        .warn,
        TranslatedText(
          "The second port is 587, and the first is \(basic) instead of 25: other servers deliver to 25 only.",
          pt: "A segunda porta é a 587, e a primeira é a \(basic) em vez da 25: outros servidores só entregam na 25.",
          es:
            "El segundo puerto es el 587, y el primero es el \(basic) en vez del 25: otros servidores solo entregan al 25."
        ),
        severity: .high, advice: PreflightAdvice(advice.text, console: advice.console, commands: []))
    }
    if let tls, tls != 465 {
      return PreflightJudgement(
        .warn,
        TranslatedText(
          "The second port is 587; the port with TLS from the first byte is \(tls) instead of 465.",
          pt: "A segunda porta é a 587; a porta SSL é a \(tls) em vez da 465.",
          es: "El segundo puerto es el 587; el puerto SSL es el \(tls) en vez del 465."),
        severity: .medium,
        advice: PreflightAdvice(
          TranslatedText(
            "Set the SSL port to 465: programs look for it there.",
            pt: "Troque a porta SSL para 465: é lá que os programas a procuram.",
            es: "Cambie el puerto SSL a 465: allí lo buscan los programas."),
          console: .place(
            "System > Services > SMTP (double click) > SSL port",
            "Sistema > Serviços > SMTP (duplo clique) > porta SSL",
            variable: "SMTP_SSLPort"), commands: [C01SecondPort.modify("C_System_Services_SMTP_SSLPort", "465")]))
    }
    return PreflightJudgement(
      .pass,
      TranslatedText("The second port is 587.", pt: "A segunda porta é a 587.", es: "El segundo puerto es el 587."))
  }
}
