import MailModel

extension SpanishPhrases {
  func singular(_ total: Phrase) -> String? {
    switch total {
    case .totalSessions: "sesión SMTP"
    case .totalAuthenticated: "sesión autenticada"
    case .totalMessages: "mensaje enviado"
    case .totalUsers: "usuario"
    case .totalAddresses: "dirección de cliente"
    case .totalRefusals: "rechazo"
    case .totalFailedLogins: "autenticación fallida"
    case .totalPlaintextLogins: "autenticación con la contraseña en claro"
    case .totalRelays: "mensaje retransmitido sin autenticación"
    case .tileLegacy: "sigue enviando por {ports}"
    case .tileBlocked: "rechazado, y sin poder enviar nada desde entonces"
    case .tileThrownBack: "ya ha migrado, y su último intento por el puerto antiguo o sin iniciar sesión fue rechazado"
    case .tileUnseen: "no visto en esos días, ni rechazado al final"
    case .tileRelaying: "envía sin iniciar sesión (relay)"
    case .tileReady: "ya ha migrado"
    case .connectionsMatched:
      "De {sessions} sesión cuyo registro no dice el puerto, {known} ({share}) lo tiene por registros de conexión. Registros de puertos distintos encajan en {ambiguous}, ninguno encaja en {missing}, y {doubtful} quedaron abiertas porque faltan demasiados registros."
    default: nil
    }
  }

  func singular(_ warning: ReportWarningCode) -> String? {
    switch warning {
    case .summaryLevelInPart:
      "{count} registro solo tiene líneas de resumen y nada dice de inicios de sesión, puertos y rechazos: {subject}. Aumente el nivel para registrar el diálogo SMTP completo y juzgue por los días siguientes (--since)."
    case .unreadLines: "{count} línea no se entendió; está junto a las fuentes."
    case .namelessLogins:
      "{count} inicio de sesión usó un nombre que el registro oculta u omite; figura por su remitente o solo por su dirección."
    case .othersRow: "Había más nombres de los que caben; {count} está contado en una fila propia."
    default: nil
    }
  }

  func singular(_ movement: Movement) -> String? {
    switch movement {
    case .newlyAffected: "nuevo afectado"
    case .cameBack: "ha vuelto"
    case .stillThere: "sigue ahí"
    case .moved: "ha migrado"
    default: nil
    }
  }

  func singular(_ breaks: CutoverBreak) -> String? {
    switch breaks {
    case .now: "se quedaría sin enviar"
    case .onReturn: "se quedaría sin enviar al volver"
    case .already: "ya rechazado"
    default: nil
    }
  }
}
