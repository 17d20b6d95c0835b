import MailModel

extension SpanishPhrases {
  func text(_ phrase: ServerPhrase) -> String {
    switch phrase {
    case .serverQuestion: "¿Está listo el servidor?"
    case .serverReady: "Sí: no se encontró nada que impida el cambio."
    case .serverNotReady: "Todavía no. Falla en: {blockers}"
    case .serverUnjudged: "No se sabe: ningún puerto con STARTTLS se pudo evaluar."
    case .serverAttention: "Nada de lo evaluado impide el cambio, pero no todo se pudo evaluar."
    case .closeWaitsForServer: "No cierre todavía el envío por {ports}: el propio servidor no está listo."
    case .probedAt: "Puertos consultados el {time}."
    case .probedLongAgo: "Eso fue más de un día antes de este informe; consulte de nuevo con port587 probe."
    case .settingsReadAt: "Configuración de {product} leída el {time}."
    case .phaseOf: "Fase {number} de 5: {phase}"
    case .phaseUnknown: "Fase desconocida"
    case .nextStep: "Próximo paso"
    case .notJudged: "No se pudo evaluar: {ids}"
    case .serverHost: "Servidor"
    case .serverAddress: "Dirección"
    case .serverPort: "Puerto"
    case .serverMode: "Modo"
    case .serverState: "Estado"
    case .serverGreeting: "Saludo"
    case .serverTLS: "TLS"
    case .serverCertificate: "Certificado"
    case .serverName: "Nombre"
    case .serverChecks: "Comprobaciones"
    case .serverCheck: "Comprobación"
    case .serverVerdict: "Resultado"
    case .serverSeverity: "Gravedad"
    case .serverSeen: "Lo que se vio"
    case .whatToDo: "Qué hacer"
    case .toPutRight: "Por corregir"
    case .nameMatches: "coincide"
    case .nameDiffers: "difiere"
    case .trustUntil: "{trust}, hasta {time}"
    case .allPassed: "todo bien"
    case .portOf: "{address} puerto {port}"
    case .consolePath: "En la consola"
    case .probeTitle: "Prueba de los puertos de correo"
    case .probeBeforeMove: "Antes de pedir el cambio a los usuarios"
    case .probeReady: "Listo: ningún impedimento."
    case .probeNotReady: "No está listo: {blockers}"
    case .probeNotJudged: "No está listo: ningún puerto con STARTTLS se pudo evaluar."
    case .probeNotAsked: "No consultado: {checks}"
    case .alsoAt: "lo mismo en {places}"
    case .unknownNameRemedy:
      "Mire cómo está escrito el nombre. Si es correcto, dele un registro A en el DNS, y un AAAA si el servidor tiene IPv6."
    }
  }

  func name(_ reachability: Reachability) -> String {
    switch reachability {
    case .open: "abierto"
    case .refused: "rechazado"
    case .timedOut: "sin respuesta"
    case .silent: "mudo"
    case .closed: "colgó"
    case .unresolvable: "nombre sin dirección"
    }
  }

  func name(_ verdict: ProbeVerdict) -> String {
    switch verdict {
    case .pass: "correcto"
    case .fail: "falló"
    case .warn: "por revisar"
    case .notRun: "no consultado"
    case .pushedBack: "aplazado por el servidor"
    }
  }

  func name(_ severity: ProbeSeverity) -> String {
    switch severity {
    case .blocker: "impedimento"
    case .high: "alta"
    case .medium: "media"
    case .info: "información"
    }
  }

  func name(_ trust: CertificateTrust) -> String {
    switch trust {
    case .valid: "válido"
    case .selfSigned: "autofirmado"
    case .untrusted: "raíz desconocida"
    case .incomplete: "cadena incompleta"
    case .expired: "caducado"
    case .notYetValid: "aún no válido"
    }
  }

  func name(_ phase: PreflightPhase) -> String {
    switch phase {
    case .noSubmissionPort: "no hay puerto de submission"
    case .bound: "el puerto de submission existe, nadie está obligado a usarlo"
    case .usersMoved: "los usuarios han migrado"
    case .enforced: "los remitentes locales se rechazan en el puerto 25, con excepciones"
    case .withoutExceptions: "los remitentes locales se rechazan en el puerto 25, sin excepciones"
    case .tlsEnforced: "submission exige TLS"
    }
  }
}
