import MailModel

extension BrazilianPortuguesePhrases {
  func text(_ phrase: ServerPhrase) -> String {
    switch phrase {
    case .serverQuestion: "O servidor está pronto?"
    case .serverReady: "Sim: não foi encontrado nada que impeça a mudança."
    case .serverNotReady: "Ainda não. Falha em: {blockers}"
    case .serverUnjudged: "Não se sabe: nenhuma porta com STARTTLS pôde ser avaliada."
    case .serverAttention: "Nada do que foi avaliado impede a mudança, mas nem tudo pôde ser avaliado."
    case .closeWaitsForServer: "Ainda não feche o envio {ports}: o próprio servidor não está pronto."
    case .probedAt: "Portas consultadas em {time}."
    case .probedLongAgo: "Isso foi mais de um dia antes deste relatório; consulte de novo com port587 probe."
    case .settingsReadAt: "Configurações do {product} lidas em {time}."
    case .phaseOf: "Fase {number} de 5: {phase}"
    case .phaseUnknown: "Fase desconhecida"
    case .nextStep: "Próximo passo"
    case .notJudged: "Não pôde ser avaliado: {ids}"
    case .serverHost: "Servidor"
    case .serverAddress: "Endereço"
    case .serverPort: "Porta"
    case .serverMode: "Modo"
    case .serverState: "Estado"
    case .serverGreeting: "Saudação"
    case .serverTLS: "TLS"
    case .serverCertificate: "Certificado"
    case .serverName: "Nome"
    case .serverChecks: "Verificações"
    case .serverCheck: "Verificação"
    case .serverVerdict: "Resultado"
    case .serverSeverity: "Gravidade"
    case .serverSeen: "O que se viu"
    case .whatToDo: "O que fazer"
    case .toPutRight: "A corrigir"
    case .nameMatches: "confere"
    case .nameDiffers: "difere"
    case .trustUntil: "{trust}, até {time}"
    case .allPassed: "tudo certo"
    case .portOf: "{address} porta {port}"
    case .consolePath: "No console"
    case .probeTitle: "Teste das portas de e-mail"
    case .probeBeforeMove: "Antes de pedir a mudança aos usuários"
    case .probeReady: "Pronto: nenhum impedimento."
    case .probeNotReady: "Não está pronto: {blockers}"
    case .probeNotJudged: "Não está pronto: nenhuma porta com STARTTLS pôde ser avaliada."
    case .probeNotAsked: "Não consultado: {checks}"
    case .alsoAt: "o mesmo em {places}"
    case .unknownNameRemedy:
      "Veja como o nome está escrito. Se estiver certo, dê a ele um registro A no DNS, e um AAAA se o servidor tem IPv6."
    }
  }

  func name(_ reachability: Reachability) -> String {
    switch reachability {
    case .open: "aberta"
    case .refused: "recusada"
    case .timedOut: "sem resposta"
    case .silent: "muda"
    case .closed: "desligou"
    case .unresolvable: "nome sem endereço"
    }
  }

  func name(_ verdict: ProbeVerdict) -> String {
    switch verdict {
    case .pass: "certo"
    case .fail: "falhou"
    case .warn: "a observar"
    case .notRun: "não consultado"
    case .pushedBack: "adiado pelo servidor"
    }
  }

  func name(_ severity: ProbeSeverity) -> String {
    switch severity {
    case .blocker: "impedimento"
    case .high: "alta"
    case .medium: "média"
    case .info: "informação"
    }
  }

  func name(_ trust: CertificateTrust) -> String {
    switch trust {
    case .valid: "válido"
    case .selfSigned: "autoassinado"
    case .untrusted: "raiz desconhecida"
    case .incomplete: "cadeia incompleta"
    case .expired: "vencido"
    case .notYetValid: "ainda não válido"
    }
  }

  func name(_ phase: PreflightPhase) -> String {
    switch phase {
    case .noSubmissionPort: "não há porta de submissão"
    case .bound: "a porta de submissão existe, ninguém é obrigado a usá-la"
    case .usersMoved: "os usuários mudaram"
    case .enforced: "remetentes locais são recusados na porta 25, com exceções"
    case .withoutExceptions: "remetentes locais são recusados na porta 25, sem exceções"
    case .tlsEnforced: "a submissão exige TLS"
    }
  }
}
