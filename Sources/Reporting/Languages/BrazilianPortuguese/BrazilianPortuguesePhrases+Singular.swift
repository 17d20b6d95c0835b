import MailModel

extension BrazilianPortuguesePhrases {
  func singular(_ total: Phrase) -> String? {
    switch total {
    case .totalSessions: "sessão SMTP"
    case .totalAuthenticated: "sessão autenticada"
    case .totalMessages: "mensagem enviada"
    case .totalUsers: "usuário"
    case .totalAddresses: "endereço de cliente"
    case .totalRefusals: "recusa"
    case .totalFailedLogins: "falha de login"
    case .totalPlaintextLogins: "login com senha em texto claro"
    case .totalRelays: "mensagem retransmitida sem login"
    case .tileLegacy: "ainda envia {ports}"
    case .tileBlocked: "recusado, e nada passou desde então"
    case .tileThrownBack: "já migrou, e a última tentativa na porta antiga ou sem login foi recusada"
    case .tileUnseen: "não visto nesses dias, nem recusado por último"
    case .tileRelaying: "envia sem login (relay)"
    case .tileReady: "já migrou"
    case .connectionsMatched:
      "De {sessions} sessão cujo log não diz a porta, {known} ({share}) a tem de registros de conexão. Registros de portas diferentes servem para {ambiguous}, nenhum serve para {missing}, e {doubtful} ficaram em aberto porque faltam registros demais."
    default: nil
    }
  }

  func singular(_ warning: ReportWarningCode) -> String? {
    switch warning {
    case .summaryLevelInPart:
      "{count} log só tem linhas de resumo, e nele nada se sabe de logins, portas e recusas: {subject}. Aumente o nível de log para registrar o diálogo SMTP completo e avalie pelos dias seguintes (--since)."
    case .unreadLines: "{count} linha não foi entendida; ela está junto às fontes."
    case .namelessLogins:
      "{count} login teve sucesso com um nome que o log mascara ou omite; aparece pelo remetente ou só pelo endereço."
    case .othersRow: "Havia mais nomes do que cabem; {count} está contado em uma linha própria."
    default: nil
    }
  }

  func singular(_ movement: Movement) -> String? {
    switch movement {
    case .newlyAffected: "recém-afetado"
    case .cameBack: "voltou"
    case .stillThere: "continua lá"
    case .moved: "migrou"
    case .goneSilent: "silenciou"
    default: nil
    }
  }

  func singular(_ breaks: CutoverBreak) -> String? {
    switch breaks {
    case .now: "ficaria sem envio"
    case .onReturn: "ficaria sem envio ao voltar"
    case .already: "já recusado"
    default: nil
    }
  }
}
