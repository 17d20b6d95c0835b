import MailModel

extension BrazilianPortuguesePhrases {
  func name(_ readiness: Readiness) -> String {
    switch readiness {
    case .ready: "Migrado"
    case .moving: "Em migração"
    case .notReady: "Não migrado"
    case .blocked: "Bloqueado"
    case .unknown: "Indefinido"
    }
  }

  func name(_ kind: IdentityKind) -> String {
    switch kind {
    case .authenticated: "fez login"
    case .authenticatedSender: "remetente de um login sem nome"
    case .envelopeSender: "remetente sem login, não comprovado"
    }
  }

  func name(_ kind: AddressKind) -> String {
    switch kind {
    case .client: "cliente"
    case .local: "este servidor"
    case .guesser: "tentativas de senha"
    case .server: "servidor de e-mail"
    case .other: "outro"
    }
  }

  func name(_ guess: ClientGuess) -> String {
    switch guess {
    case .appleMail: "Apple Mail"
    case .windowsDesktop: "computador com Windows"
    case .desktopMailProgram: "programa de e-mail no computador"
    case .mobileMailProgram: "celular ou tablet"
    case .printer: "impressora ou scanner"
    case .webApplication: "aplicação web"
    case .application: "script ou programa"
    case .smartHost: "servidor que usa este como smart host"
    case .webMail: "webmail ou ActiveSync"
    case .unknown: "programa desconhecido"
    }
  }

  func name(_ confidence: Confidence) -> String {
    switch confidence {
    case .low: "baixa"
    case .medium: "média"
    case .high: "alta"
    }
  }

  func name(_ what: EvidenceKind) -> String {
    switch what {
    case .login: "login"
    case .refusal: "recusa"
    case .failedLogin: "falha de login"
    case .relay: "retransmissão sem login"
    }
  }

  func name(_ evidence: PortEvidence) -> String {
    switch evidence {
    case .logged: "a linha do log informa"
    case .serviceLabel: "rótulo do serviço no log"
    case .postscreen: "registrada pelo postscreen"
    case .anvil: "contada pelo anvil no serviço"
    case .implicitTLS: "TLS desde o primeiro byte"
    case .listenerAddress: "endereço local, conforme você informou"
    case .path: "caminho do arquivo, conforme você informou"
    case .services: "saída de postconf -M"
    case .calibrated: "visto por uma calibração"
    case .besideLabelled: "smtpd simples ao lado de serviços rotulados"
    case .connectionLog: "um registro de conexão daquele momento"
    case .none: "nada informa a porta"
    }
  }

  func name(_ refusal: RefusalClass) -> String {
    switch refusal {
    case .submissionRequired: "Envio não permitido desta forma"
    case .senderMismatch: "Remetente diferente do login"
    case .authRequired: "Login obrigatório"
    case .tlsRequired: "TLS obrigatório"
    case .authNotOffered: "Login não oferecido nesta porta"
    case .relayDenied: "Relay negado"
    case .other: "Outras recusas"
    }
  }

  func meaning(_ refusal: RefusalClass) -> String {
    switch refusal {
    case .submissionRequired:
      "Um programa de e-mail tentou enviar por uma porta que não é para isso, ou por uma porta de submission sem login. Ele precisa ser ajustado para 587 ou 465, com login."
    case .senderMismatch:
      "O usuário fez login e informou outro endereço como remetente. O assunto são aliases e caixas compartilhadas. Em uma porta a fechar, pode ser também a porta: servidores como o IceWarp respondem o mesmo aos dois casos."
    case .authRequired: "O cliente tentou enviar sem login, e o servidor exige login antes."
    case .tlsRequired: "O cliente não ativou a criptografia (STARTTLS), e o servidor exige isso antes."
    case .authNotOffered: "O cliente tentou fazer login em uma porta onde o servidor não oferece login."
    case .relayDenied:
      "Alguém sem login quis enviar para um endereço de fora. Quase sempre são estranhos; às vezes, um equipamento sem login."
    case .other:
      "Por exemplo, destinatários inexistentes, filtros de spam ou o mesmo texto dado a um remetente de fora."
    }
  }

  func action(_ remedy: PortRemedy) -> String {
    switch remedy {
    case .postfixSyslogName:
      "Postfix: dê a cada serviço de submission um nome próprio no log (o serviço da 465 se chama smtps ou submissions; omita a linha que não se aplica). A partir daí, as sessões informam a porta."
    case .postfixServices:
      "Postfix: salve uma vez a lista de serviços e entregue ao port587; assim até os logs antigos podem ser avaliados."
    case .postfixTLSLogLevel:
      "Postfix: registre o TLS no log, para reconhecer as sessões com TLS desde o primeiro byte (465)."
    case .listenerAddress:
      "IceWarp: vincule a 587 a um endereço IP local adicional (Sistema > Serviços > SMTP), para que “local IP=” no log revele a porta, e informe qual endereço atende qual porta."
    case .connectionLog:
      "Qualquer servidor: faça o firewall registrar as novas conexões a estas portas, a partir de agora, e entregue esse registro ao port587 junto com o log de e-mail."
    case .localPrograms:
      "Webmail e ActiveSync do próprio servidor: veja smtpport nas configurações do webmail (config/_webmail/server.xml, ou preflight --webclient) e informe a porta."
    case .portOfPath:
      "Quando cada porta grava em um arquivo ou pasta de log próprio: informe qual caminho pertence a qual porta."
    }
  }

  func meaning(_ rule: InferenceRule) -> String {
    switch rule {
    case .starttlsLogin:
      "Porta {port}: {sessions} sessões com login após STARTTLS, que só essa porta oferece (certeza: {strength})."
    case .clearLogin:
      "Porta {port}: {sessions} sessões com login em texto claro, que só essa porta aceita (certeza: {strength})."
    case .tlsFromFirstByte:
      "Porta {port}: {sessions} sessões com TLS e sem STARTTLS (certeza: {strength})."
    case .submissionSwitch:
      "Porta {port}: {refusals} recusas de remetentes locais sem login com “message submission” ligado (certeza: {strength})."
    }
  }

  func name(_ source: InferenceFact.Source) -> String {
    switch source {
    case .probe: "probe de {time}"
    case .preflight: "configurações de {time}"
    case .calibration: "calibração de {time}"
    case .option: "“message submission” está ligado (--message-submission)"
    }
  }

  func text(_ warning: ReportWarningCode) -> String {
    switch warning {
    case .noAuthenticatedSession:
      "Nenhuma sessão autenticada foi encontrada. Motivos prováveis: o nível de log esconde os logins, a pasta está errada ou o log é de outro servidor ou serviço."
    case .nothingInPeriod:
      "Nenhuma sessão começou no período pedido; o que foi lido fica antes ou depois dele."
    case .summaryLevelOnly:
      "Só há linhas de resumo: o nível de log esconde logins, portas e recusas. Aumente-o para registrar o diálogo SMTP completo."
    case .summaryLevelInPart:
      "{count} logs só têm linhas de resumo, e neles nada se sabe de logins, portas e recusas: {subject}. Aumente o nível de log para registrar o diálogo SMTP completo e avalie pelos dias seguintes (--since)."
    case .unreadLines: "{count} linhas não foram entendidas; há amostras junto às fontes."
    case .incompleteSource: "Uma fonte não pôde ser lida até o fim: {subject}. O que foi lido está contado."
    case .skippedSource: "Arquivos encontrados e não lidos: {count}."
    case .unknownPorts: "Sessões autenticadas de porta desconhecida (ela não foi presumida): {count}."
    case .sessionsBeforeLabels:
      "Sessões anteriores à leitura da configuração em que os serviços do Postfix ganharam nomes no log: {count}. Se já tinham esses nomes antes, o log não diz; por isso a porta delas fica desconhecida. Registros de conexões daqueles dias a diriam (--connections)."
    case .namelessLogins:
      "{count} logins tiveram sucesso com um nome que o log mascara ou omite; aparecem pelo remetente ou só pelo endereço."
    case .unfollowedMessages:
      "{count} mensagens foram aceitas sem login de endereços privados ou confiáveis (endereços: {subject}): impressoras e programas que talvez enviem por este servidor. Se as mensagens saíram para fora, este log não diz."
    case .refusedOwnSenders:
      "{count} tentativas de envio sem login foram recusadas, em portas que não são de submissão, com remetentes dos seus próprios domínios (quantos: {subject}): usuários cujo programa não foi reconfigurado, ou estranhos que inventaram o remetente. Desses endereços os remetentes não tinham feito login; por isso este log não diz."
    case .loginsWithoutDomain:
      "Usuários que fazem login com um nome sem domínio: {count}. Não se sabe quais endereços são deles: informe o domínio com --default-domain, para que o login e o remetente sejam uma só pessoa."
    case .othersRow: "Havia mais nomes do que cabem; {count} estão somados em uma única linha."
    case .duplicateSource: "Todas as linhas de {subject} estão também em outras fontes; foram contadas uma só vez."
    case .overlappingSources:
      "Duas fontes têm linhas em comum, que foram contadas duas vezes: {subject}. Indique um a um os logs a ler."
    case .guessedDays:
      "Nada em {subject} informa o dia. Os dias foram contados para trás a partir da última alteração do arquivo; em uma cópia ou em um trecho extraído, estão errados."
    }
  }
}
