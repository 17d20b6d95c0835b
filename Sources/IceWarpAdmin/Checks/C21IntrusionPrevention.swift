import MailModel

/// Programs that keep trying on 25 may get a whole office blocked.
struct C21IntrusionPrevention: IceWarpCheck {
  let id = "C21"
  let severity = PreflightSeverity.medium
  let phase = PreflightPhase.enforced
  let title = TranslatedText(
    "Intrusion prevention does not block offices on the day of the switch",
    pt: "A prevenção de intrusão não bloqueia escritórios no dia da virada",
    es: "La prevención de intrusiones no bloquea oficinas el día del cambio")
  let why = TranslatedText(
    "A program left on 25 tries again and again. If its refusals or failed logins count as an attack, everybody behind the "
      + "same address is shut out. Whether “501 5.7.1” counts as a relay refusal is not documented.",
    pt:
      "Um programa que ficou na 25 tenta sem parar. Se as recusas ou falhas de login contarem como ataque, todos atrás do mesmo "
      + "IP ficam de fora. Não está documentado se “501 5.7.1” conta como relay recusado.",
    es:
      "Un programa que quedó en el 25 lo intenta una y otra vez. Si sus rechazos o fallos cuentan como ataque, todos los que "
      + "están detrás de la misma dirección quedan fuera. No está documentado si «501 5.7.1» cuenta como relay rechazado."
  )
  let variables = [
    "C_Mail_Security_Tarpit_Enable", "C_Mail_Security_Tarpit_RelayTarpit", "C_Mail_Security_Tarpit_RelayTarpitCount",
    "C_Mail_Security_Tarpit_Login", "C_Mail_Security_Tarpit_LoginCount", "C_Mail_Security_Tarpit_BlockIP",
    "C_Mail_Security_Tarpit_BlockIPValue", "C_Mail_Security_Tarpit_CrossSession", "C_Mail_Security_Tarpit_Period",
    "C_Mail_DoNot_Tarpit_IPs",
  ]
  let advice = PreflightAdvice(
    TranslatedText(
      "For the week of the switch take the relay and connection rules out, or put your offices' addresses on its bypass list.",
      pt:
        "Na semana da virada, tire as regras de relay e de conexões, ou ponha os IPs dos escritórios na lista de exceção dela.",
      es:
        "En la semana del cambio quite las reglas de relay y de conexiones, o ponga las direcciones de sus oficinas en su lista de "
        + "excepciones."),
    console: .place(
      "Mail > Security > Intrusion Prevention", "Correio > Segurança > Prevenção de intrusão",
      variable: "Tarpit_RelayTarpit"),
    commands: [modify("C_Mail_Security_Tarpit_RelayTarpit", "0")])

  func judge(_ evidence: IceWarpEvidence) throws(PreflightUnknown) -> PreflightJudgement {
    guard try evidence.flag("C_Mail_Security_Tarpit_Enable") else {
      return PreflightJudgement(.pass, TranslatedText("It is off.", pt: "Está desligada.", es: "Está desactivada."))
    }
    let prefix = "C_Mail_Security_Tarpit_"
    let rules = [("RelayTarpit", "RelayTarpitCount"), ("Login", "LoginCount"), ("BlockIP", "BlockIPValue")]
      .filter { evidence.knownFlag(prefix + $0.0) == true }
      .map { rule in evidence.knownText(prefix + rule.1).map { "\(rule.0) (\($0))" } ?? rule.0 }
    if rules.isEmpty {
      let known = ["RelayTarpit", "Login", "BlockIP"].allSatisfy { evidence.knownFlag(prefix + $0) != nil }
      if !known {
        throw PreflightUnknown(
          TranslatedText(
            "It is on; the input does not hold all of its rules.",
            pt: "Está ligada; a entrada não contém todas as regras dela.",
            es: "Está activa; la entrada no contiene todas sus reglas."))
      }
      return PreflightJudgement(
        .pass,
        TranslatedText(
          "It is on, without the rules that a program left on 25 would trip.",
          pt: "Está ligada, sem as regras que um programa que ficou na 25 dispararia.",
          es: "Está activa, sin las reglas que dispararía un programa que quedó en el 25."))
    }
    let list = rules.joined(separator: ", ")
    return PreflightJudgement(
      .warn,
      TranslatedText(
        "On, with rules that a program left on 25 can trip: \(list).",
        pt: "Ligada, com regras que um programa que ficou na 25 pode disparar: \(list).",
        es: "Activa, con reglas que puede disparar un programa que quedó en el 25: \(list)."))
  }
}
