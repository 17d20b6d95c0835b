import MailModel

/// The phase that an IceWarp server is in, by its settings.
enum IceWarpPhases {
  /// Reads the phase and says what comes next.
  static func standing(_ evidence: IceWarpEvidence, _ findings: [PreflightFinding]) -> PreflightStanding {
    let open = { (phase: PreflightPhase) in openPoints(findings, before: phase) }
    do throws(PreflightUnknown) {
      let second = try evidence.number("C_System_Services_SMTP_AltPort")
      let isOn = try evidence.flag("C_Mail_SMTP_Delivery_MessageSubmission")
      let isFurther = C02Bindings.names587(evidence)
      if second != 587, isOn {
        return PreflightStanding(
          phase: .noSubmissionPort,
          detail: TranslatedText(
            "The submission option is on, and the port that it holds for users is \(second).",
            pt: "A opção de submissão está ligada, e a porta que ela reserva aos usuários é a \(second).",
            es: "La opción de envío está activa, y el puerto que reserva a los usuarios es el \(second)."),
          nextStep: TranslatedText(
            "Set the second port to 587 at once (C1), or switch the option off until it is.",
            pt: "Troque já a segunda porta para 587 (C1), ou desligue a opção até lá.",
            es: "Cambie ya el segundo puerto a 587 (C1), o desactive la opción hasta entonces."))
      }
      if second != 587, !isFurther {
        return PreflightStanding(
          phase: .noSubmissionPort,
          detail: TranslatedText(
            "The second port is \(second).", pt: "A segunda porta é a \(second).",
            es: "El segundo puerto es el \(second)."),
          nextStep: TranslatedText(
            "Bind 587: second port \(second) → 587 (C1), open it in the firewall, then run port587 probe HOST.",
            pt: "Ative a 587: segunda porta \(second) → 587 (C1), libere-a no firewall e rode port587 probe HOST.",
            es:
              "Active el 587: segundo puerto \(second) → 587 (C1), ábralo en el cortafuegos y ejecute port587 probe HOST."
          ))
      }
      if !isOn { return bound(second, open(.enforced)) }
      return try enforced(evidence, open)
    } catch {
      return PreflightStanding(
        phase: nil, detail: error.reason,
        nextStep: TranslatedText(
          "Hand in the settings: port587 preflight without options prints the commands.",
          pt: "Forneça as configurações: port587 preflight sem opções mostra os comandos.",
          es: "Entregue la configuración: port587 preflight sin opciones muestra los comandos."))
    }
  }

  private static func bound(_ second: Int, _ open: String) -> PreflightStanding {
    let first =
      second == 587
      ? TranslatedText(
        "587 is bound and the submission option is off. Whether users have moved (phase 2), only the log tells: port587 audit.",
        pt:
          "A 587 está ativa e a opção de submissão está desligada. Se os usuários já migraram (fase 2), só o log diz: port587 audit.",
        es:
          "El 587 está activo y la opción de envío está inactiva. Si los usuarios ya migraron (fase 2), solo lo dice el registro: port587 audit."
      )
      : TranslatedText(
        "587 is a further binding and the submission option is off; the second port is still \(second).",
        pt: "A 587 é um endereço adicional e a opção de submissão está desligada; a segunda porta ainda é a \(second).",
        es:
          "El 587 es una dirección adicional y la opción de envío está inactiva; el segundo puerto sigue siendo el \(second)."
      )
    return PreflightStanding(
      phase: .bound, detail: first,
      nextStep: open.isEmpty
        ? TranslatedText(
          "Tell users, follow them with port587 audit, and turn the switch when nobody is left on 25: tool modify system C_Mail_SMTP_Delivery_MessageSubmission 1, then restart SMTP.",
          pt:
            "Avise os usuários, acompanhe com port587 audit e ligue a chave quando ninguém restar na 25: tool modify system C_Mail_SMTP_Delivery_MessageSubmission 1, e reinicie o SMTP.",
          es:
            "Avise a los usuarios, sígalos con port587 audit y active la opción cuando nadie quede en el 25: tool modify system C_Mail_SMTP_Delivery_MessageSubmission 1, y reinicie SMTP."
        )
        : TranslatedText(
          "Tell users and follow them with port587 audit. Before the switch is turned, put right: \(open).",
          pt: "Avise os usuários e acompanhe com port587 audit. Antes de ligar a chave, corrija: \(open).",
          es: "Avise a los usuarios y sígalos con port587 audit. Antes de activar la opción, corrija: \(open)."))
  }

  private static func enforced(
    _ evidence: IceWarpEvidence, _ open: (PreflightPhase) -> String
  ) throws(PreflightUnknown) -> PreflightStanding {
    guard let bypass = evidence.bypass else {
      return PreflightStanding(
        phase: .enforced,
        detail: TranslatedText(
          "The submission option is on. Whether there are exceptions is not known: the bypass file was not given (--bypass).",
          pt:
            "A opção de submissão está ligada. Não se sabe se há exceções: o arquivo de bypass não foi informado (--bypass).",
          es:
            "La opción de envío está activa. No se sabe si hay excepciones: no se indicó el archivo de bypass (--bypass)."
        ),
        nextStep: TranslatedText(
          "Hand in config/submissionbypass.dat with --bypass.", pt: "Forneça config/submissionbypass.dat com --bypass.",
          es: "Entregue config/submissionbypass.dat con --bypass."
        ).followed(by: late(open(.enforced))))
    }
    if !bypass.conditions.isEmpty {
      return PreflightStanding(
        phase: .enforced,
        detail: TranslatedText(
          "The submission option is on, with exceptions: \(bypass.conditions.count).",
          pt: "A opção de submissão está ligada, com exceções: \(bypass.conditions.count).",
          es: "La opción de envío está activa, con excepciones: \(bypass.conditions.count)."),
        nextStep: TranslatedText(
          "Move the devices and programs on the bypass list, line by line; port587 bypass check shows which lines nobody needs.",
          pt:
            "Migre os aparelhos e programas da lista de bypass, linha por linha; port587 bypass check mostra quais linhas ninguém usa.",
          es:
            "Migre los aparatos y programas de la lista de bypass, línea por línea; port587 bypass check muestra qué líneas no usa nadie."
        ).followed(by: late(open(.enforced))))
    }
    guard let isTLS = evidence.knownFlag("C_Mail_SMTP_Delivery_EnforceTlsOnSecondarySmtpPort"), isTLS else {
      return PreflightStanding(
        phase: .withoutExceptions,
        detail: TranslatedText(
          "The submission option is on, and there are no exceptions.",
          pt: "A opção de submissão está ligada, e não há exceções.",
          es: "La opción de envío está activa, y no hay excepciones."),
        nextStep: TranslatedText(
          "When port587 audit shows no login in clear text any more, demand TLS on 587 (C5).",
          pt: "Quando port587 audit não mostrar mais login em texto claro, exija TLS na 587 (C5).",
          es: "Cuando port587 audit ya no muestre inicios de sesión en texto claro, exija TLS en el 587 (C5)."
        ).followed(
          by: late(open(.enforced))))
    }
    return PreflightStanding(
      phase: .tlsEnforced,
      detail: TranslatedText(
        "The submission option is on, there are no exceptions, and 587 demands TLS.",
        pt: "A opção de submissão está ligada, não há exceções, e a 587 exige TLS.",
        es: "La opción de envío está activa, no hay excepciones, y el 587 exige TLS."),
      nextStep: TranslatedText(
        "Nothing is left but to keep an eye on it: port587 audit once a month, and after every upgrade.",
        pt: "Resta apenas acompanhar: port587 audit uma vez por mês, e depois de cada atualização.",
        es: "Solo queda vigilarlo: port587 audit una vez al mes, y después de cada actualización."
      ).followed(
        by: late(open(.tlsEnforced))))
  }

  /// What should have been right before.
  private static func late(_ open: String) -> TranslatedText? {
    open.isEmpty
      ? nil
      : TranslatedText(
        "Overdue: \(open).", pt: "Em atraso: \(open).", es: "Pendiente: \(open).")
  }

  /// Failed findings, and blockers that could not be judged, of this phase and earlier ones.
  private static func openPoints(_ findings: [PreflightFinding], before phase: PreflightPhase) -> String {
    findings.filter { finding in
      guard finding.phase <= phase else { return false }
      return finding.verdict == .fail || (finding.verdict == .notRun && finding.severity == .blocker)
    }.map { $0.verdict == .notRun ? "\($0.id) (?)" : $0.id }.joined(separator: ", ")
  }
}
