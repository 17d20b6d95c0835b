import MailModel

/// What the trend says in Brazilian Portuguese.
extension BrazilianPortuguesePhrases {
  func text(_ phrase: TrendPhrase) -> String {
    switch phrase {
    case .trend: "Evolução"
    case .trendIntro:
      "Contado a partir do estado, de {from} a {to}, pelo relógio dos logs. Cada dia vale pela semana que termina nele, para que o fim de semana não pareça progresso."
    case .trendNoLogs: "Nenhuma sessão nos logs em {days}. Nada se sabe desses dias: lacuna não é zero."
    case .cutoverOn: "Corte em {day}"
    case .cutoverGo: "Pode fechar: ninguém ficaria sem envio"
    case .cutoverUnclear: "Em aberto: não se conhece ninguém que ficaria sem envio, mas nem tudo é conhecido"
    case .cutoverBasis: "Situação no último dia, julgada pelos {days} dias de {from} a {to}."
    case .cutoverShare: "Das mensagens desses dias, {legacy} de {all} ({share}) passaram {ports}."
    case .cutoverShareKnown:
      "Das mensagens desses dias, sabe-se que {legacy} de {all} ({share}) passaram {ports}; a porta de {unknown} é desconhecida."
    case .forecastInTime: "A projeção chega a zero até lá."
    case .forecastLate: "A projeção só chega a zero em {day}, depois do corte."
    case .burnDown: "Usuários {ports} nos últimos sete dias, dia a dia"
    case .burnDownNow: "{last} {ports} nos sete dias até {to}; {first} nos sete dias até {from}."
    case .burnDownUnknown: "Em portas que o log não informa: {last} até {to}, {first} até {from}."
    case .burnDownNone: "Ainda não há curva: ela começa no sétimo dia de logs."
    case .legendUsers: "usuários {ports}"
    case .legendPerhaps: "usuários em portas que o log não informa"
    case .legendForecast: "projeção: uma reta, sem garantia"
    case .legendCutover: "corte, {day}"
    case .forecastDay: "Projeção, sem garantia: uma reta por {days} dias chega a zero em {day}."
    case .forecastReached: "Não restou ninguém {ports} nos últimos sete dias."
    case .forecastUnclear:
      "Não se conhece ninguém que ainda envie {ports}, mas isso não é certo: há usuários em portas desconhecidas ou dias sem logs."
    case .forecastNotFalling: "Sem projeção: o número de usuários não está caindo."
    case .forecastTooFewDays: "Ainda sem projeção: a reta precisa de {days} dias, e cada um olha para uma semana."
    case .withinSeven: "Em sete dias"
    case .thatDay: "No dia"
    case .noLogs: "sem logs"
    case .movement: "Quem mudou"
    case .movementWindows: "{beforeFrom} a {beforeTo}, em comparação com {afterFrom} a {afterTo}."
    case .movementNoLogs: "Nada a comparar: não há logs de {from} a {to}."
    case .movementNobody: "Ninguém mudou e ninguém chegou."
    case .notSeen: "não visto"
    case .breaks: "O que ainda deixa de funcionar"
    case .breaksNobody: "Nada, até onde esses dias mostram."
    case .waves: "Etapas"
    case .wavesIntro:
      "Quem perde menos vem primeiro. A etapa 1 já migrou, e mudar essas contas não prejudica ninguém; quem está na etapa 2 não foi visto por {days} dias e pode voltar a enviar {ports}. Todos os nomes estão em waves.csv."
    case .wave: "Etapa"
    case .lastSubmission: "Último login por porta de submission"
    case .recentMessages: "Mensagens {ports}"
    case .waveReady: "já migraram"
    case .waveSilent: "não vistos nesses dias"
    case .waveBlocked: "já recusados"
    case .waveUnknown: "em portas que o log não informa"
    case .waveMoving: "usam as duas"
    case .waveNotReady: "enviam só {ports}"
    }
  }

  func forms(_ phrase: TrendCount) -> (one: String, other: String) {
    switch phrase {
    case .cutOff: ("Não feche: {count} usuário ficaria sem envio", "Não feche: {count} usuários ficariam sem envio")
    case .notCutOff:
      (
        "Ainda não concluído: {count} usuário ainda envia {ports}",
        "Ainda não concluído: {count} usuários ainda enviam {ports}"
      )
    case .onReturn:
      (
        "{count} usuário foi visto {ports} pela última vez antes desses dias, não migrou e ficaria sem envio ao voltar.",
        "{count} usuários foram vistos {ports} pela última vez antes desses dias, não migraram e ficariam sem envio ao voltar."
      )
    case .already:
      (
        "{count} usuário já é recusado ao enviar: o fechamento não muda nada para ele, mas ele, ou um de seus aparelhos, precisa de ajuda.",
        "{count} usuários já são recusados ao enviar: o fechamento não muda nada para eles, mas eles, ou um de seus aparelhos, precisam de ajuda."
      )
    case .perhaps:
      (
        "{count} usuário está em portas que o log não informa.",
        "{count} usuários estão em portas que o log não informa."
      )
    case .namelessLogins:
      (
        "{count} login {ports} está sem nome legível.",
        "{count} logins {ports} estão sem nome legível."
      )
    case .namelessPerhaps:
      (
        "{count} login sem nome legível está em porta desconhecida.",
        "{count} logins sem nome legível estão em portas desconhecidas."
      )
    case .claims:
      (
        "{count} remetente que nunca fez login foi recusado: é usuário, ou foi inventado. Não entra em nenhum número daqui.",
        "{count} remetentes que nunca fizeram login foram recusados: são usuários, ou foram inventados. Não entram em nenhum número daqui."
      )
    case .relayedMessages:
      (
        "{count} mensagem foi retransmitida sem login.",
        "{count} mensagens foram retransmitidas sem login."
      )
    case .moreInMovement:
      (
        "… e mais {count} usuário (veja movement.csv)",
        "… e mais {count} usuários (veja movement.csv)"
      )
    case .moreInWaves: ("… e mais {count} usuário (veja waves.csv)", "… e mais {count} usuários (veja waves.csv)")
    }
  }

  func name(_ movement: Movement) -> String {
    switch movement {
    case .newlyAffected: "recém-afetados"
    case .cameBack: "voltaram"
    case .stillThere: "continuam lá"
    case .moved: "migraram"
    case .goneSilent: "silenciaram"
    case .unclear: "não dá para dizer"
    }
  }

  func name(_ breaks: CutoverBreak) -> String {
    switch breaks {
    case .now: "ficariam sem envio"
    case .onReturn: "ficariam sem envio ao voltar"
    case .already: "já recusados"
    case .perhaps: "porta desconhecida"
    }
  }
}
