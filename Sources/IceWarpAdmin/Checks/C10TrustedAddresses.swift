import MailModel

/// Who sends without a login: everybody (open relay), or the addresses of a list.
struct C10TrustedAddresses: IceWarpCheck {
  let id = "C10"
  let severity = PreflightSeverity.high
  let phase = PreflightPhase.enforced
  let title = TranslatedText(
    "No relay for strangers, and no users among the trusted addresses",
    pt: "Sem relay para estranhos, e sem usuários entre os IPs confiáveis",
    es: "Sin relay para extraños, y sin usuarios entre las direcciones de confianza")
  let why = TranslatedText(
    "Who sends from a trusted address needs no login today, so his program has none set up; on 587 it must have one. Every "
      + "range with users, and every web server with a form, is somebody who will be refused.",
    pt:
      "Quem envia de um IP confiável não precisa autenticar hoje, e o programa dele não está configurado para isso; na 587 "
      + "precisa. Cada faixa com usuários, e cada servidor web com formulário, é alguém que será recusado.",
    es:
      "Quien envía desde una dirección de confianza hoy no se autentica, y su programa no está configurado para ello; en el "
      + "587 debe hacerlo. Cada rango con usuarios, y cada servidor web con formulario, es alguien a quien se rechazará."
  )
  let variables = ["C_Mail_Security_Relay_RelayMode", "C_Mail_Security_Relay_IPList"]
  let advice = PreflightAdvice(
    TranslatedText(
      "Take ranges of end users out of the list. Give web forms and devices an account, or one i: line of their own in the "
        + "bypass file.",
      pt:
        "Tire da lista as faixas de usuários finais. Dê a formulários e aparelhos uma conta, ou uma linha i: própria no "
        + "arquivo de bypass.",
      es:
        "Quite de la lista los rangos de usuarios finales. Dé a formularios y aparatos una cuenta, o una línea i: propia en "
        + "el archivo de bypass."),
    console: .place(
      "Mail > Security > General > Trusted IPs", "Correio > Segurança > Geral > IPs confiáveis",
      variable: "Relay_IPList"),
    commands: [])

  func judge(_ evidence: IceWarpEvidence) throws(PreflightUnknown) -> PreflightJudgement {
    let mode = evidence.knownNumber("C_Mail_Security_Relay_RelayMode")
    let ranges = C10TrustedAddresses.ranges(evidence)
    if mode == 0 {
      return PreflightJudgement(
        .fail,
        TranslatedText(
          "The server relays for anybody (RelayMode 0).", pt: "O servidor faz relay para qualquer um (RelayMode 0).",
          es: "El servidor hace relay para cualquiera (RelayMode 0)."
        ).followed(by: C10TrustedAddresses.wide(ranges ?? [])),
        severity: .blocker,
        advice: PreflightAdvice(
          TranslatedText(
            "Close the relay at once.", pt: "Feche o relay imediatamente.", es: "Cierre el relay de inmediato."),
          console: .list("RelayMode"), commands: [C10TrustedAddresses.modify("C_Mail_Security_Relay_RelayMode", "1")]))
    }
    guard let ranges else {
      throw PreflightUnknown(
        TranslatedText(
          "The list of trusted addresses was not given (--trusted), and the tool output does not hold it.",
          pt: "A lista de IPs confiáveis não foi informada (--trusted), e a saída do tool não a contém.",
          es: "No se indicó la lista de direcciones de confianza (--trusted), y la salida del tool no la contiene."))
    }
    let wide = ranges.filter { !$0.isSingle && !$0.isLoopback }
    let single = ranges.filter { $0.isSingle && !$0.isLoopback }
    let unread = C10TrustedAddresses.unread(evidence)
    let wild =
      C10TrustedAddresses.list(of: evidence)?.faults.filter { $0.reason == .perhapsEverybody }.map(\.entry) ?? []
    if !wild.isEmpty {
      let entries = Array(Set(wild)).sorted().joined(separator: ", ")
      return PreflightJudgement(
        .fail,
        TranslatedText(
          "The list holds what may stand for everybody, an open relay: \(entries)",
          pt: "A lista contém o que pode valer por todos, um relay aberto: \(entries)",
          es: "La lista contiene lo que puede valer por todos, un relay abierto: \(entries)"
        ).followed(by: C10TrustedAddresses.wide(ranges)), severity: .blocker)
    }
    let isOpen = ranges.contains(where: \.isAtLarge)
    if isOpen {
      return PreflightJudgement(
        .fail,
        TranslatedText(
          "The list holds a large part of the Internet: an open relay.",
          pt: "A lista contém grande parte da Internet: um relay aberto.",
          es: "La lista contiene gran parte de Internet: un relay abierto."
        ).followed(by: C10TrustedAddresses.wide(ranges)), severity: .blocker)
    }
    let closed = mode == nil ? C10TrustedAddresses.modeUnknown(evidence) : TranslatedText(verbatim: "")
    if !wide.isEmpty { return PreflightJudgement(.fail, C10TrustedAddresses.wide(ranges).followed(by: unread, closed)) }
    if !single.isEmpty {
      let list = C10TrustedAddresses.list(single)
      return PreflightJudgement(
        .warn,
        TranslatedText(
          "Single addresses send without a login: \(list).", pt: "Endereços isolados enviam sem autenticar: \(list).",
          es: "Direcciones sueltas envían sin autenticarse: \(list)."
        ).followed(by: unread, closed))
    }
    if unread != TranslatedText(verbatim: "") { return PreflightJudgement(.warn, unread.followed(by: closed)) }
    if mode == nil { throw PreflightUnknown(C10TrustedAddresses.modeUnknown(evidence)) }
    return PreflightJudgement(
      .pass,
      TranslatedText(
        "The relay is closed, and nobody but the server itself is trusted.",
        pt: "O relay está fechado, e só o próprio servidor é confiável.",
        es: "El relay está cerrado, y solo el propio servidor es de confianza."))
  }

  /// The list from its own file, else from the tool; nothing when neither was there.
  private static func ranges(_ evidence: IceWarpEvidence) -> [AddressReach]? {
    list(of: evidence)?.reaches
  }

  private static func list(of evidence: IceWarpEvidence) -> TrustedAddresses? {
    evidence.trusted
      ?? evidence.knownText("C_Mail_Security_Relay_IPList").map { TrustedAddresses.parse(Array($0.utf8)) }
  }

  private static func unread(_ evidence: IceWarpEvidence) -> TranslatedText {
    let faults = list(of: evidence)?.faults ?? []
    if faults.isEmpty { return TranslatedText(verbatim: "") }
    let entries = faults.prefix(5).map(\.entry).joined(separator: ", ") + (faults.count > 5 ? ", …" : "")
    let said = "\(faults.count) (\(entries))"
    return TranslatedText(
      "Entries of the list that are no address: \(said).", pt: "Entradas da lista que não são endereço: \(said).",
      es: "Entradas de la lista que no son una dirección: \(said).")
  }

  /// Two runs of the tool in one file may say different things.
  private static func modeUnknown(_ evidence: IceWarpEvidence) -> TranslatedText {
    let name = "C_Mail_Security_Relay_RelayMode"
    guard (evidence.settings?.values(of: name).count ?? 0) > 1 else { return modeMissing }
    do throws(PreflightUnknown) { _ = try evidence.text(name) } catch { return error.reason }
    return modeMissing
  }

  private static let modeMissing = TranslatedText(
    "Whether the relay is closed is not in the input (C_Mail_Security_Relay_RelayMode).",
    pt: "Se o relay está fechado não consta na entrada (C_Mail_Security_Relay_RelayMode).",
    es: "Si el relay está cerrado no consta en la entrada (C_Mail_Security_Relay_RelayMode).")

  private static func wide(_ ranges: [AddressReach]) -> TranslatedText {
    let wide = ranges.filter { !$0.isSingle && !$0.isLoopback }
    if wide.isEmpty { return TranslatedText(verbatim: "") }
    let list = list(wide)
    return TranslatedText(
      "Whole ranges send without a login: \(list).", pt: "Faixas inteiras enviam sem autenticar: \(list).",
      es: "Rangos enteros envían sin autenticarse: \(list).")
  }

  private static func list(_ ranges: [AddressReach]) -> String {
    ranges.prefix(20).map(\.text).joined(separator: ", ") + (ranges.count > 20 ? ", … (\(ranges.count))" : "")
  }
}
