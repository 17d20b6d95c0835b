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
}
