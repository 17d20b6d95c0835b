import MailModel

/// The phase that a Postfix is in, by its settings: its switch is AUTH on port 25, its exceptions are mynetworks.
enum PostfixPhases {
  /// Reads the phase and says what comes next.
  static func standing(_ evidence: PostfixEvidence, _ findings: [PreflightFinding]) -> PreflightStanding {
    func verdict(_ id: String) -> PreflightVerdict { findings.first { $0.id == id }?.verdict ?? .notRun }
    func open(_ phase: PreflightPhase) -> String {
      findings.filter { $0.phase <= phase && $0.verdict == .fail }.map(\.id).joined(separator: ", ")
    }
    if let missing = findings.first(where: { ["PF1", "PF3"].contains($0.id) && $0.verdict == .notRun }) {
      if missing.id == "PF1" || verdict("PF1") != .fail {
        let reason = unknown(evidence)
        return PreflightStanding(
          phase: nil, detail: reason,
          nextStep: evidence.services?.contains { evidence.hidesPort($0) } == true
            ? TranslatedText(
              "Ask the server from where users are: port587 probe HOST",
              pt: "Pergunte ao servidor de onde os usuários estão: port587 probe HOST",
              es: "Pregunte al servidor desde donde están los usuarios: port587 probe HOST")
            : TranslatedText(
              "Hand in both: postconf -n > main.txt; postconf -M > master.txt",
              pt: "Forneça ambos: postconf -n > main.txt; postconf -M > master.txt",
              es: "Entregue ambos: postconf -n > main.txt; postconf -M > master.txt"))
      }
    }
    if verdict("PF1") == .fail {
      return PreflightStanding(
        phase: .noSubmissionPort,
        detail: TranslatedText(
          "There is no service on 587 where users can log in.",
          pt: "Não há serviço na 587 em que o usuário possa autenticar.",
          es: "No hay servicio en el 587 donde el usuario pueda autenticarse."),
        nextStep: TranslatedText(
          "Set up the submission service (PF1), then run port587 probe HOST.",
          pt: "Crie o serviço de submissão (PF1) e rode port587 probe HOST.",
          es: "Cree el servicio de envío (PF1) y ejecute port587 probe HOST."))
    }
    if verdict("PF3") == .warn {
      let points = open(.enforced)
      return PreflightStanding(
        phase: .bound,
        detail: TranslatedText(
          "587 is there, and AUTH is offered on 25 as well. Whether users have moved (phase 2), only the log tells: port587 audit.",
          pt:
            "A 587 existe, e o AUTH também é oferecido na 25. Se os usuários já migraram (fase 2), só o log diz: port587 audit.",
          es:
            "El 587 existe, y AUTH se ofrece también en el 25. Si los usuarios ya migraron (fase 2), solo lo dice el registro: port587 audit."
        ),
        nextStep: points.isEmpty
          ? TranslatedText(
            "Tell users, follow them with port587 audit, and switch AUTH off on 25 when nobody is left there (PF3).",
            pt:
              "Avise os usuários, acompanhe com port587 audit e desligue o AUTH na 25 quando ninguém restar nela (PF3).",
            es:
              "Avise a los usuarios, sígalos con port587 audit y desactive AUTH en el 25 cuando nadie quede en él (PF3)."
          )
          : TranslatedText(
            "Tell users and follow them with port587 audit. Before AUTH on 25 is switched off, put right: \(points).",
            pt: "Avise os usuários e acompanhe com port587 audit. Antes de desligar o AUTH na 25, corrija: \(points).",
            es:
              "Avise a los usuarios y sígalos con port587 audit. Antes de desactivar AUTH en el 25, corrija: \(points)."
          ))
    }
    let overdue = open(.enforced)
    let late =
      overdue.isEmpty
      ? nil : TranslatedText("Overdue: \(overdue).", pt: "Em atraso: \(overdue).", es: "Pendiente: \(overdue).")
    if verdict("PF10") != .pass {
      return PreflightStanding(
        phase: .enforced,
        detail: TranslatedText(
          "Nobody can log in on 25; networks that need no login are left, or not known (PF10).",
          pt: "Ninguém pode autenticar na 25; restam redes que não precisam autenticar, ou não são conhecidas (PF10).",
          es: "Nadie puede autenticarse en el 25; quedan redes que no necesitan autenticarse, o no se conocen (PF10)."),
        nextStep: TranslatedText(
          "Move what sends from mynetworks without a login.", pt: "Migre o que envia de mynetworks sem autenticar.",
          es: "Migre lo que envía desde mynetworks sin autenticarse."
        ).followed(by: late))
    }
    if verdict("PF4") == .pass, verdict("PF5") == .pass {
      return PreflightStanding(
        phase: .tlsEnforced,
        detail: TranslatedText(
          "Nobody can log in on 25, there are no exceptions, and 587 demands TLS.",
          pt: "Ninguém pode autenticar na 25, não há exceções, e a 587 exige TLS.",
          es: "Nadie puede autenticarse en el 25, no hay excepciones, y el 587 exige TLS."),
        nextStep: TranslatedText(
          "Nothing is left but to keep an eye on it: port587 audit once a month.",
          pt: "Resta apenas acompanhar: port587 audit uma vez por mês.",
          es: "Solo queda vigilarlo: port587 audit una vez al mes."
        ).followed(by: late))
    }
    return PreflightStanding(
      phase: .withoutExceptions,
      detail: TranslatedText(
        "Nobody can log in on 25, and there are no exceptions.",
        pt: "Ninguém pode autenticar na 25, e não há exceções.",
        es: "Nadie puede autenticarse en el 25, y no hay excepciones."),
      nextStep: TranslatedText(
        "Demand TLS on 587 (PF4, PF5).", pt: "Exija TLS na 587 (PF4, PF5).", es: "Exija TLS en el 587 (PF4, PF5)."
      ).followed(by: late))
  }

  private static func unknown(_ evidence: PostfixEvidence) -> TranslatedText {
    do throws(PreflightUnknown) {
      _ = try evidence.listeners()
      _ = try evidence.value("smtpd_sasl_auth_enable")
      _ = try evidence.services(on: 25)
      _ = try evidence.listeners(on: 587)
      return TranslatedText(
        "The services do not tell it.", pt: "Os serviços não o dizem.", es: "Los servicios no lo dicen.")
    } catch {
      return error.reason
    }
  }
}
