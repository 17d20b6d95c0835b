public import MailModel

/// How wide a hole a line makes.
extension BypassLine {
  /// The risk, and what makes it so.
  ///
  /// - Parameter localDomains: domains of this server, lower case; a line that frees one of them frees all its users.
  public func risk(localDomains: Set<String>) -> (risk: BypassRisk, why: [TranslatedText]) {
    switch kind {
    case .address: return addressRisk()
    case .any:
      if case .addresses = item { return addressRisk() }
      let (risk, why) = mailRisk(localDomains)
      return (
        max(risk, .high),
        why + [
          TranslatedText(
            "Anybody can claim a sender: whoever knows the name passes on port 25.",
            pt: "Qualquer um pode alegar um remetente: quem souber o nome passa pela porta 25.",
            es: "Cualquiera puede alegar un remitente: quien sepa el nombre pasa por el puerto 25.")
        ]
      )
    case .sender:
      let (risk, why) = mailRisk(localDomains)
      return (
        max(risk, .high),
        why + [
          TranslatedText(
            "Anybody can claim a sender: whoever knows the name passes on port 25. Prefer i:.",
            pt: "Qualquer um pode alegar um remetente: quem souber o nome passa pela porta 25. Prefira i:.",
            es: "Cualquiera puede alegar un remitente: quien sepa el nombre pasa por el puerto 25. Prefiera i:.")
        ]
      )
    case .recipient:
      switch item {
      case .mail(let mask) where !mask.isOpen:
        return (
          .medium,
          [
            TranslatedText(
              "Everybody may write to this recipient without login, under any local name.",
              pt: "Todos podem escrever a este destinatário sem login, sob qualquer nome local.",
              es: "Todos pueden escribir a este destinatario sin iniciar sesión, con cualquier nombre local.")
          ]
        )
      case .mail(let mask), .domain(let mask):
        return mask.isEverything || mask.isEveryMail
          ? (
            .defeatsFeature,
            [
              TranslatedText(
                "It frees every recipient, so that nobody has to log in.",
                pt: "Libera todos os destinatários: ninguém precisa fazer login.",
                es: "Libera a todos los destinatarios: nadie tiene que iniciar sesión.")
            ]
          )
          : (
            .high,
            [
              TranslatedText(
                "Everybody may write to all these recipients without login, under any local name.",
                pt: "Todos podem escrever a todos estes destinatários sem login, sob qualquer nome local.",
                es: "Todos pueden escribir a todos estos destinatarios sin iniciar sesión, con cualquier nombre local.")
            ]
          )
      default: return (.medium, [])
      }
    case .hostname:
      return (
        .medium,
        [
          TranslatedText(
            "Who holds this name in the DNS decides which address passes. The name is looked up by the server, not here.",
            pt:
              "Quem controla este nome no DNS decide qual endereço passa. O nome é consultado pelo servidor, não aqui.",
            es:
              "Quien controla este nombre en el DNS decide qué dirección pasa. El nombre lo consulta el servidor, no este programa."
          )
        ]
      )
    case .dnswl:
      return (
        .high,
        [
          TranslatedText(
            "Whoever runs this list decides who passes.",
            pt: "Quem mantém esta lista decide quem passa.",
            es: "Quien mantiene esta lista decide quién pasa.")
        ]
      )
    case .include:
      return (
        .high,
        [
          TranslatedText(
            "It is as wide as the lines of that file.",
            pt: "É tão ampla quanto as linhas daquele arquivo.",
            es: "Es tan amplia como las líneas de ese archivo.")
        ]
      )
    case .localSenders:
      return (
        .defeatsFeature,
        [
          TranslatedText(
            "It frees every local sender, and everybody who claims to be one: the option then closes nothing.",
            pt: "Libera todo remetente local, e quem alegar ser um: a opção então não fecha nada.",
            es: "Libera a todo remitente local, y a quien diga serlo: la opción entonces no cierra nada.")
        ]
      )
    case .trustedSession:
      return (
        .medium,
        [
          TranslatedText(
            "Whoever is logged in or on the list of trusted addresses may go on with port 25: a soft start, not an end. That this file knows t: is not documented; test it.",
            pt:
              "Quem fez login ou está na lista de endereços confiáveis pode continuar na porta 25: um começo suave, não um fim. Que este arquivo conheça t: não está documentado; teste.",
            es:
              "Quien inició sesión o está en la lista de direcciones de confianza puede seguir en el puerto 25: un comienzo suave, no un final. Que este archivo conozca t: no está documentado; pruébelo."
          )
        ]
      )
    case .unknown:
      return (
        .medium,
        [
          TranslatedText(
            "What the server makes of it is not known.",
            pt: "Não se sabe o que o servidor faz com ela.",
            es: "No se sabe qué hace el servidor con ella.")
        ]
      )
    }
  }

  /// Whether nothing but stars stands behind `i:`: not in the grammar, and at worst every address.
  private var isStarsAlone: Bool {
    let value = TextLines.trimmed(TextLines.trimmed(bytes[...]).dropFirst(2))
    return value.contains(UInt8(ascii: "*")) && value.allSatisfy { "*.".utf8.contains($0) }
  }

  private func addressRisk() -> (BypassRisk, [TranslatedText]) {
    guard case .addresses(let pattern) = item else {
      if isStarsAlone {
        return (
          .defeatsFeature,
          [
            TranslatedText(
              "What the server makes of it is not known; at worst it frees every address.",
              pt: "Não se sabe o que o servidor faz com ela; no pior caso, libera todos os endereços.",
              es: "No se sabe qué hace el servidor con ella; en el peor caso libera todas las direcciones.")
          ]
        )
      }
      return (
        .medium,
        [
          TranslatedText(
            "What the server makes of it is not known.",
            pt: "Não se sabe o que o servidor faz com ela.",
            es: "No se sabe qué hace el servidor con ella.")
        ]
      )
    }
    let size = pattern.size
    if let span = pattern.span, !span.lowerBound.isIPv4 {
      if size == 1 { return (.low, []) }
      if size <= 1 << 64 {
        return (
          .medium,
          [
            TranslatedText(
              "It frees a whole IPv6 network of one site.",
              pt: "Libera uma rede IPv6 inteira de um local.",
              es: "Libera toda una red IPv6 de un sitio.")
          ]
        )
      }
      return size <= 1 << 80
        ? (
          .high,
          [
            TranslatedText(
              "It frees many IPv6 networks.",
              pt: "Libera muitas redes IPv6.",
              es: "Libera muchas redes IPv6.")
          ]
        )
        : (
          .defeatsFeature,
          [
            TranslatedText(
              "It frees a good part of the IPv6 Internet.",
              pt: "Libera boa parte da Internet IPv6.",
              es: "Libera buena parte de la Internet IPv6.")
          ]
        )
    }
    if size == 1 {
      let isLoopback = pattern.span?.lowerBound.isLoopback ?? false
      return (
        .low,
        isLoopback
          ? [
            TranslatedText(
              "It frees every program on the server itself, web mail too; set their port to 587 instead.",
              pt:
                "Libera todo programa do próprio servidor, também o webmail; em vez disso, ajuste a porta deles para 587.",
              es: "Libera a todo programa del propio servidor, también el webmail; mejor ponga su puerto en 587.")
          ] : []
      )
    }
    let count = TranslatedText(
      "It frees \(size) addresses", pt: "Libera \(size) endereços", es: "Libera \(size) direcciones")
    if size <= 256 {
      return (
        .medium,
        [
          count.completed(
            TranslatedText(
              ": list the devices one by one if they are few.", pt: ": liste os aparelhos um a um, se forem poucos.",
              es: ": enumere los aparatos uno por uno, si son pocos."))
        ]
      )
    }
    if pattern.isPrivate {
      return (
        .high,
        [
          count.completed(
            TranslatedText(
              ": every computer in there, not only devices.", pt: ": todo computador dali, não só aparelhos.",
              es: ": todo equipo de ahí, no solo aparatos."))
        ]
      )
    }
    if size < 1 << 24 {
      return (
        .high,
        [count.completed(TranslatedText(" of other people.", pt: " de outras pessoas.", es: " de otras personas."))]
      )
    }
    return (
      .defeatsFeature,
      [
        count.completed(
          TranslatedText(
            ", a good part of the Internet.", pt: ", boa parte da Internet.", es: ", buena parte de Internet."))
      ]
    )
  }

  /// The risk where everybody in the domains of a mask is freed; nothing when no domain of this server is among them.
  private func riskOfDomain(_ mask: TextMask, _ localDomains: Set<String>) -> (BypassRisk, [TranslatedText])? {
    if mask.isEverything {
      return (
        .defeatsFeature,
        [
          TranslatedText(
            "It frees every sender.",
            pt: "Libera todos os remetentes.",
            es: "Libera a todos los remitentes.")
        ]
      )
    }
    guard let domain = localDomains.sorted().first(where: { mask.matches($0) }) else { return nil }
    return (
      .defeatsFeature,
      [
        TranslatedText(
          "\(domain) is a local domain: every user of it is freed, as l: would do.",
          pt: "\(domain) é um domínio local: todos os seus usuários ficam liberados, como faria l:.",
          es: "\(domain) es un dominio local: todos sus usuarios quedan liberados, como haría l:.")
      ]
    )
  }

  private func mailRisk(_ localDomains: Set<String>) -> (BypassRisk, [TranslatedText]) {
    switch item {
    case .domain(let mask):
      if let risk = riskOfDomain(mask, localDomains) { return risk }
      return (
        .high,
        localDomains.isEmpty
          ? [
            TranslatedText(
              "If this is a domain of yours, every user of it is freed (--local-domain tells).",
              pt: "Se este domínio é seu, todos os seus usuários ficam liberados (--local-domain informa).",
              es: "Si este dominio es suyo, todos sus usuarios quedan liberados (--local-domain lo indica).")
          ] : []
      )
    case .mail(let mask):
      let parts = mask.text.split(separator: "@")
      let isAnyUser = parts.first.map { $0.allSatisfy { $0 == "*" } } ?? false
      if isAnyUser, let domain = parts.last {
        if let risk = riskOfDomain(TextMask(Array(domain.utf8)[...]), localDomains) { return risk }
      }
      return (
        .high,
        mask.isOpen
          ? [
            TranslatedText(
              "It frees every name that the mask fits.",
              pt: "Libera todo nome que a máscara abrange.",
              es: "Libera todo nombre que la máscara abarca.")
          ] : []
      )
    default: return (.medium, [])
    }
  }
}
