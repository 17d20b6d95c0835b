/// What the report says in Brazilian Portuguese.
struct BrazilianPortuguesePhrases: PhraseBook {
  let thousandsSeparator = "."
  let decimalSeparator = ","
  let yearFirst = false

  func text(_ phrase: Phrase) -> String {
    switch phrase {
    case .title: "Quem ainda envia e-mail {ports}"
    case .madeBy: "Gerado pelo {program} {version} em {time}"
    case .period: "Período"
    case .periodFromTo: "{from} a {to}"
    case .periodUnknown: "nenhum horário encontrado nos logs"
    case .personalData: "Dados pessoais"
    case .personalDataNote:
      "Este relatório identifica pessoas e seus endereços de rede (LGPD). Entregue só a quem precisa dele e apague quando a migração terminar."
    case .port: "pela porta {ports}"
    case .ports: "pelas portas {ports}"
    case .and: "e"
    case .skipToUsers: "Ir para os usuários"
    case .contents: "Conteúdo"
    case .verdict: "Conclusão"
    case .nobodyOnLegacy: "Ninguém mais envia {ports}"
    case .nobodyKnownOnLegacy: "Não há envio confirmado {ports}"
    case .safeToClose: "Até onde estes logs alcançam, o envio autenticado {ports} já pode ser fechado."
    case .notYet: "Ainda não feche o envio {ports}."
    case .noSessions: "Nenhuma sessão autenticada foi encontrada"
    case .noSessionsReasons:
      "Estes logs não permitem dizer quem será afetado. Motivos prováveis: o nível de log esconde os logins, a pasta está errada ou o log é de outro servidor ou serviço."
    case .nobodyLoggedIn: "Ninguém fez login, e há quem envie ou tente enviar"
    case .nothingInPeriod: "Nenhuma sessão começou no período pedido"
    case .askForAnotherPeriod: "O que foi lido fica antes ou depois dele. Peça outro período ou leia os logs deste."
    case .closeWaitsForLogs: "Ainda não feche o envio {ports}: parte dos logs não pôde ser lida."
    case .closeWaitsForLogLevel:
      "Ainda não feche o envio {ports}: parte dos logs foi gravada em um nível que esconde logins e portas."
    case .tileLegacy: "ainda enviam {ports}"
    case .tileBlocked: "recusados, e nada passou desde então"
    case .tileUnknown: "em porta que o log não informa"
    case .tileThrownBack: "já migraram, e a última tentativa na porta antiga ou sem login foi recusada"
    case .tileRelaying: "enviam sem login (relay)"
    case .tileUnseen: "não vistos nesses dias, nem recusados por último"
    case .tileReady: "já migraram"
    case .totals: "Totais"
    case .totalSessions: "sessões SMTP"
    case .totalAuthenticated: "sessões autenticadas"
    case .totalMessages: "mensagens enviadas"
    case .totalUsers: "usuários"
    case .totalAddresses: "endereços de clientes"
    case .totalRefusals: "recusas"
    case .totalFailedLogins: "falhas de login"
    case .totalPlaintextLogins: "logins com senha em texto claro"
    case .totalRelays: "mensagens retransmitidas sem login"
    case .advice: "Como descobrir as portas desconhecidas"
    case .adviceIntro:
      "O log não diz por qual porta estas sessões entraram. Basta um destes passos; o mais simples vem primeiro."
    case .adviceSeenOn: "Visto em"
    case .adviceInConfiguration: "A configuração fica assim"
    case .connectionsTitle:
      "Portas vindas de registros de conexão"
    case .connectionsMatched:
      "De {sessions} sessões cujo log não diz a porta, {known} ({share}) a têm de registros de conexão. Registros de portas diferentes servem para {ambiguous}, nenhum serve para {missing}, e {doubtful} ficaram em aberto porque faltam registros demais."
    case .connectionsAhead:
      "O relógio dos registros está {seconds} adiantado em relação ao do servidor de e-mail ({end} no fim); sessão e registro ficam a até {window} um do outro."
    case .connectionsBehind:
      "O relógio dos registros está {seconds} atrasado em relação ao do servidor de e-mail ({end} no fim); sessão e registro ficam a até {window} um do outro."
    case .connectionsOneClock:
      "Os dois logs foram tomados como sendo do mesmo relógio: havia muito pouco para compará-los."
    case .connectionsNoClock:
      "Não foi possível comparar os relógios dos dois logs; por isso nada foi associado."
    case .connectionsChecked:
      "Das portas conhecidas de outra forma, os registros confirmam {confirmed} e contradizem {contradicted}."
    case .inferredTitle:
      "Portas apenas prováveis"
    case .inferredIntro:
      "Estas portas foram deduzidas (--infer-port) e não são certas. Nenhum outro número deste relatório as contém."
    case .inferredFacts:
      "Deduzidas do que este servidor aceita: {facts}. Valem para os dias em que ele aceitava o mesmo."
    case .inferredNoFacts: "Nada se sabe do que este servidor aceita; por isso nada pode ser deduzido."
    case .charts: "Visão geral"
    case .chartDailyMessages: "Mensagens enviadas por dia e por porta"
    case .chartDailySessions: "Sessões autenticadas por dia e por porta"
    case .chartPeriodNote: "Cada barra soma {days} dias."
    case .chartReadiness: "Em que ponto da migração estão os usuários"
    case .chartAddresses: "Endereços que mais enviam"
    case .chartNumbers: "Os números deste gráfico"
    case .chartEmpty: "Nada a mostrar."
    case .day: "Dia"
    case .portEvidenceHeading: "Como se sabe a porta"
    case .notices: "Avisos"
    case .noticesIntro:
      "O que cada rodada de avisos aos usuários trouxe. Cada pessoa conta na última rodada que chegou até ela; por isso as rodadas podem ser somadas."
    case .noticesFor: "Avisos para o corte de {day}"
    case .noticeRound: "Rodada"
    case .noticeSent: "Enviados"
    case .noticeFailed: "Com falha"
    case .noticeUndeliverable: "Não entregáveis"
    case .noticeOpen: "Sem resposta conhecida"
    case .noticeMoved: "Já migraram"
    case .noticeToldAgain: "Avisados de novo"
    case .noticeStillThere: "Continuam igual"
    case .noticeNotSeen: "Não vistos"
    case .roleLegacy: "a fechar"
    case .roleSubmission: "submission, STARTTLS"
    case .roleSubmissions: "submission, TLS"
    case .roleUnknown: "desconhecida"
    case .users: "Usuários"
    case .stateBasis:
      "A situação é a dos {days} dias de {from} a {to}, pelos quais a resposta é dada; mensagens, sessões e horários são os do período todo."
    case .usersIntro:
      "Os mais afetados primeiro. Os números são mensagens, com as sessões autenticadas ao lado; cada número leva às linhas do log."
    case .addresses: "Endereços dos clientes"
    case .addressesIntro: "De onde vieram as sessões; quem mais envia aparece primeiro."
    case .refusals: "Recusas"
    case .refusalsIntro:
      "Separadas pelo que a sessão mostra, porque os servidores usam o mesmo texto para motivos diferentes."
    case .evidence: "Evidências por usuário"
    case .evidenceIntro: "As linhas do log que comprovam. Abra o arquivo nessa linha e confira."
    case .sources: "O que foi lido"
    case .sourcesIntro:
      "Cada linha está em exatamente uma coluna: linhas = eventos + dispensáveis + não reconhecidas + malformadas."
    case .sourcesOfRun: "Isto é o que esta execução leu; os números do relatório são os de tudo o que o estado contém."
    case .unreadLines: "Linhas que não foram entendidas"
    case .warnings: "Antes de confiar nos números"
    case .skippedFiles: "Arquivos que não foram lidos"
    case .search: "Buscar"
    case .filter: "Mostrar"
    case .all: "todos"
    case .shown: "exibidos"
    case .sortBy: "Ordenar por esta coluna"
    case .noRows: "Nenhum registro."
    case .backToTop: "Voltar ao início"
    case .user: "Usuário"
    case .readiness: "Situação"
    case .unproven: "Não comprovado"
    case .unknownPort: "Porta desconhecida"
    case .refused: "Recusas"
    case .lastSeen: "Visto por último"
    case .lastOnLegacy: "Último login {ports}"
    case .clients: "Programas e dispositivos"
    case .messagesSessions: "mensagens · sessões"
    case .address: "Endereço"
    case .kind: "Tipo"
    case .failedLogins: "Falhas de login"
    case .plaintextLogins: "Senha em texto claro"
    case .senders: "Endereços de remetente"
    case .relays: "Retransmissões sem login"
    case .firstSeen: "Visto primeiro"
    case .bypassAll: "passa pela linha {lines} do bypass"
    case .bypassSome: "passa em parte pela linha {lines} do bypass"
    case .trustedAll: "endereço confiável"
    case .trustedSome: "em parte de endereços confiáveis"
    case .marksNote:
      "* passa pelo arquivo de bypass ou por ser endereço confiável, no todo ou em parte; o relatório diz por qual linha"
    case .code: "Código"
    case .reply: "Resposta"
    case .count: "Quantidade"
    case .identities: "Remetentes"
    case .line: "Linha do log"
    case .portColumn: "Porta"
    case .usersColumn: "Usuários"
    case .file: "Arquivo"
    case .format: "Formato"
    case .lines: "Linhas"
    case .events: "Eventos"
    case .ignored: "Dispensáveis"
    case .unrecognised: "Não reconhecidas"
    case .malformed: "Malformadas"
    case .sum: "Soma"
    case .covers: "Abrange"
    case .addsUp: "confere"
    case .doesNotAddUp: "não confere"
    case .noEvidence: "Nenhuma linha foi guardada para este usuário."
    case .legacy: "legada"
    case .reason: "Motivo"
    case .certainty: "certeza"
    case .lastRefused: "Última recusa"
    case .incompleteBecause: "não foi lido até o fim: {reason}"
    case .footer: "Feito somente a partir dos arquivos de log citados acima."
    case .footerWithOthers: "Feito a partir dos arquivos de log citados acima e dos outros arquivos informados."
    case .footerOfState: "Feito a partir de tudo o que o estado contém; o que esta execução leu está citado acima."
    case .accountingLine:
      "{lines} linhas = {events} eventos + {ignored} dispensáveis + {unrecognised} não reconhecidas + {malformed} malformadas"
    }
  }

  func forms(_ phrase: CountedPhrase) -> (one: String, other: String) {
    switch phrase {
    case .usersOnLegacy: ("{count} usuário ainda envia {ports}", "{count} usuários ainda enviam {ports}")
    case .usersAbsent:
      (
        "{count} usuário enviou pela última vez {ports} e não apareceu nos últimos {days} dias",
        "{count} usuários enviaram pela última vez {ports} e não apareceram nos últimos {days} dias"
      )
    case .daysWithoutLegacy:
      ("Ninguém enviou {ports} no último {count} dia", "Ninguém enviou {ports} nos últimos {count} dias")
    case .sessionsOnLegacy:
      (
        "{count} sessão autenticada sem nome legível veio {ports}",
        "{count} sessões autenticadas sem nome legível vieram {ports}"
      )
    case .usersBlocked:
      (
        "{count} usuário foi recusado e não enviou mais nada desde então.",
        "{count} usuários foram recusados e não enviaram mais nada desde então."
      )
    case .usersThrownBack:
      (
        "{count} usuário já mudou, e a última tentativa dele na porta antiga ou sem login foi recusada: talvez um aparelho ou programa não tenha mudado.",
        "{count} usuários já mudaram, e a última tentativa deles na porta antiga ou sem login foi recusada: talvez aparelhos ou programas não tenham mudado."
      )
    case .usersOfWebMail:
      (
        "{count} desses usuários só é visto a partir do próprio servidor (webmail, ActiveSync): basta mudar a porta de envio do webmail, o usuário não precisa mudar nada.",
        "{count} desses usuários só são vistos a partir do próprio servidor (webmail, ActiveSync): basta mudar a porta de envio do webmail, os usuários não precisam mudar nada."
      )
    case .sendersClaimed:
      (
        "{count} remetente que nunca fez login foi recusado: é um usuário, ou foi inventado por um estranho.",
        "{count} remetentes que nunca fizeram login foram recusados: são usuários, ou foram inventados por estranhos."
      )
    case .relaysOnLegacy:
      (
        "Ninguém mais faz login {ports}, mas {count} mensagem passou por ali sem login",
        "Ninguém mais faz login {ports}, mas {count} mensagens passaram por ali sem login"
      )
    case .relays:
      (
        "{count} mensagem foi retransmitida sem login; fechar a porta pode parar quem a envia.",
        "{count} mensagens foram retransmitidas sem login; fechar a porta pode parar quem as envia."
      )
    case .relaysFreed:
      (
        "{count} mensagem retransmitida sem login passa graças ao arquivo de bypass.",
        "{count} mensagens retransmitidas sem login passam graças ao arquivo de bypass."
      )
    case .sourcesIncomplete:
      ("{count} log não pôde ser lido até o fim.", "{count} logs não puderam ser lidos até o fim.")
    case .linesUnread: ("{count} linha não foi entendida.", "{count} linhas não foram entendidas.")
    case .usersUnknown:
      ("A porta de {count} usuário é desconhecida.", "As portas de {count} usuários são desconhecidas.")
    case .remedySettles:
      (
        "Teria revelado a porta de no máximo {count} destas sessões.",
        "Teria revelado a porta de até {count} destas sessões."
      )
    case .inferredUndecided:
      ("De {count} sessão nada se deduz.", "De {count} sessões nada se deduz.")
    case .sessionsUnknown:
      (
        "{count} sessão autenticada está sem porta conhecida.",
        "{count} sessões autenticadas estão sem porta conhecida."
      )
    case .users: ("{count} usuário", "{count} usuários")
    case .sessions: ("{count} sessão", "{count} sessões")
    case .moreUsers: ("… e mais {count} usuário (veja users.csv)", "… e mais {count} usuários (veja users.csv)")
    case .moreAddresses:
      ("… e mais {count} endereço (veja addresses.csv)", "… e mais {count} endereços (veja addresses.csv)")
    case .moreRefusals:
      ("… e mais {count} tipo de recusa (veja refusals.csv)", "… e mais {count} tipos de recusa (veja refusals.csv)")
    case .moreUsersInFiles:
      ("… e mais {count} usuário (todos: --output PASTA)", "… e mais {count} usuários (todos: --output PASTA)")
    case .moreRefusalsInFiles:
      (
        "… e mais {count} tipo de recusa (todos: --output PASTA)",
        "… e mais {count} tipos de recusa (todos: --output PASTA)"
      )
    case .moreEvidence: ("… e mais {count} linha (veja report.json)", "… e mais {count} linhas (veja report.json)")
    }
  }
}
