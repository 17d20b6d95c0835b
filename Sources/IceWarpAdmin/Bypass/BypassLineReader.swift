import MailModel

/// Reads one line of a bypass file.
enum BypassLineReader {
  private static let prefixes: [UInt8: BypassKind] = [
    UInt8(ascii: "s"): .sender, UInt8(ascii: "r"): .recipient, UInt8(ascii: "a"): .hostname,
    UInt8(ascii: "i"): .address, UInt8(ascii: "w"): .dnswl, UInt8(ascii: "f"): .include,
    UInt8(ascii: "l"): .localSenders, UInt8(ascii: "t"): .trustedSession,
  ]

  /// A line while it is read.
  private struct Draft {
    var kind: BypassKind
    var item = BypassItem.unread
    var faults: [TranslatedText] = []
    var remarks: [TranslatedText] = []
  }

  static func read(_ line: ArraySlice<UInt8>, number: Int) -> BypassLine {
    let body = TextLines.trimmed(line)
    var draft = draft(body)
    if body.count != line.count {
      draft.remarks.append(
        TranslatedText(
          "Blanks at its ends: whether the server drops them is not known.",
          pt: "Espaços nas pontas: não se sabe se o servidor os descarta.",
          es: "Espacios en los extremos: no se sabe si el servidor los descarta."))
    }
    if line.contains(where: { $0 < 0x20 || $0 > 0x7e }) {
      draft.remarks.append(
        TranslatedText(
          "It holds bytes that are not printable ASCII; how the server reads them is not known.",
          pt: "Contém bytes que não são ASCII imprimível; não se sabe como o servidor os lê.",
          es: "Contiene bytes que no son ASCII imprimible; no se sabe cómo los lee el servidor."))
    }
    return BypassLine(
      number: number, bytes: Array(line), kind: draft.kind, isValid: draft.faults.isEmpty,
      remarks: draft.faults + draft.remarks, item: draft.faults.isEmpty ? draft.item : .unread)
  }

  private static func draft(_ body: ArraySlice<UInt8>) -> Draft {
    guard let first = body.first, body.dropFirst().first == UInt8(ascii: ":"), isLetter(first) else {
      return withoutPrefix(body)
    }
    let value = TextLines.trimmed(body.dropFirst(2))
    guard let kind = prefixes[first | 0x20] else {
      return Draft(
        kind: .unknown,
        faults: [
          TranslatedText(
            "The prefix \(String(decoding: [first], as: UTF8.self)): is none of s: r: a: i: w: f: l: t:. Newer versions may know it: ask IceWarp or test it.",
            pt:
              "O prefixo \(String(decoding: [first], as: UTF8.self)): não é nenhum de s: r: a: i: w: f: l: t:. Versões mais novas podem conhecê-lo: pergunte à IceWarp ou teste.",
            es:
              "El prefijo \(String(decoding: [first], as: UTF8.self)): no es ninguno de s: r: a: i: w: f: l: t:. Las versiones más nuevas pueden conocerlo: pregunte a IceWarp o pruébelo."
          )
        ])
    }
    var draft = Draft(kind: kind)
    if first & 0x20 == 0 {
      draft.remarks.append(
        TranslatedText(
          "The prefix is in upper case, which is not documented; write it small.",
          pt: "O prefixo está em maiúscula, o que não está documentado; escreva-o em minúscula.",
          es: "El prefijo está en mayúscula, lo que no está documentado; escríbalo en minúscula."))
    }
    if body.count != value.count + 2 {
      draft.remarks.append(
        TranslatedText(
          "Blanks behind the prefix are not documented.",
          pt: "Espaços depois do prefixo não estão documentados.",
          es: "Los espacios tras el prefijo no están documentados."))
    }
    switch kind {
    case .localSenders, .trustedSession:
      draft.item = .blank
      if !value.isEmpty {
        draft.faults.append(
          TranslatedText(
            "This prefix takes no value.",
            pt: "Este prefixo não leva valor.",
            es: "Este prefijo no lleva valor."))
      }
    case .address: readAddress(value, &draft)
    case .sender, .recipient: readMail(value, &draft)
    case .hostname, .dnswl: readName(value, &draft)
    case .include:
      draft.item = .name(String(decoding: value, as: UTF8.self))
      if value.isEmpty {
        draft.faults.append(
          TranslatedText(
            "The path is missing.",
            pt: "Falta o caminho.",
            es: "Falta la ruta."))
      }
    case .any, .unknown: break
    }
    return draft
  }

  /// Whether the first signs of a line are those of a comment in other files.
  static func looksLikeComment(_ body: ArraySlice<UInt8>) -> Bool {
    body.first == UInt8(ascii: "#") || body.first == UInt8(ascii: ";") || body.starts(with: "//".utf8)
  }

  private static func withoutPrefix(_ body: ArraySlice<UInt8>) -> Draft {
    if looksLikeComment(body) {
      return Draft(
        kind: .unknown,
        faults: [
          TranslatedText(
            "It looks like a comment, and how this file marks comments is not documented. Keep notes beside the file.",
            pt:
              "Parece um comentário, e não está documentado como este arquivo marca comentários. Guarde notas ao lado do arquivo.",
            es:
              "Parece un comentario, y no está documentado cómo marca comentarios este archivo. Guarde las notas junto al archivo."
          )
        ])
    }
    var draft = Draft(kind: .any)
    // `*` alone, and `*.*`, are masks of a domain: every sender and recipient. A mask of addresses has four parts.
    let isEveryDomain = TextMask(body).isEverything
    if !isEveryDomain, !body.contains(UInt8(ascii: "@")), (try? AddressPattern(body)) != nil || looksLikeAddress(body) {
      readAddress(body, &draft)
      draft.remarks.append(
        TranslatedText(
          "Without a prefix it is compared with sender and recipient as well; i: says what is meant.",
          pt: "Sem prefixo, ela também é comparada com remetente e destinatário; i: diz o que se quer.",
          es: "Sin prefijo se compara también con remitente y destinatario; i: dice lo que se quiere."))
    } else {
      readMail(body, &draft)
      if draft.faults.isEmpty, !body.contains(where: { "@.*".utf8.contains($0) }) {
        draft.faults.append(
          TranslatedText(
            "It is no domain, e-mail address or IP address.",
            pt: "Não é domínio, endereço de e-mail nem endereço IP.",
            es: "No es dominio, dirección de correo ni dirección IP."))
      }
      if draft.faults.isEmpty {
        draft.remarks.append(
          TranslatedText(
            "Without a prefix it frees mail to this recipient as well as from this sender; s: or r: says what is meant.",
            pt:
              "Sem prefixo, libera mensagens a este destinatário e também deste remetente; s: ou r: diz o que se quer.",
            es:
              "Sin prefijo libera el correo a este destinatario y también de este remitente; s: o r: dice lo que se quiere."
          ))
      }
    }
    if !draft.faults.isEmpty { draft.kind = .unknown }
    return draft
  }

  private static func looksLikeAddress(_ text: ArraySlice<UInt8>) -> Bool {
    text.allSatisfy { (48...57).contains($0) || ".*/-".utf8.contains($0) }
  }

  private static func readAddress(_ value: ArraySlice<UInt8>, _ draft: inout Draft) {
    if value.isEmpty {
      return draft.faults.append(
        TranslatedText(
          "The address is missing.",
          pt: "Falta o endereço.",
          es: "Falta la dirección."))
    }
    if value.contains(UInt8(ascii: "-")) {
      return draft.faults.append(
        TranslatedText(
          "Ranges with a hyphen are not in the grammar: write a mask (192.0.2.*), a network (192.0.2.0/24) or single addresses.",
          pt:
            "Faixas com hífen não estão na gramática: escreva uma máscara (192.0.2.*), uma rede (192.0.2.0/24) ou endereços isolados.",
          es:
            "Los rangos con guion no están en la gramática: escriba una máscara (192.0.2.*), una red (192.0.2.0/24) o direcciones sueltas."
        )
      )
    }
    let pattern: AddressPattern
    do throws(TrustedAddressesFaultReason) { pattern = try AddressPattern(value) } catch {
      switch error {
      case .badPrefixLength:
        draft.faults.append(
          TranslatedText(
            "The length behind / is no number, or too large.",
            pt: "O comprimento depois de / não é número, ou é grande demais.",
            es: "La longitud tras / no es un número, o es demasiado grande."))
      case .notAnAddress, .badRange, .perhapsEverybody:
        draft.faults.append(
          TranslatedText(
            "It is no IP address, mask or network; a host name belongs behind a:.",
            pt: "Não é endereço IP, máscara nem rede; um nome de host vai depois de a:.",
            es: "No es dirección IP, máscara ni red; un nombre de host va tras a:."))
      }
      return
    }
    draft.item = .addresses(pattern)
    if value.split(whereSeparator: { "./".utf8.contains($0) }).contains(where: {
      $0.count > 1 && $0.first == UInt8(ascii: "0") && !value.contains(UInt8(ascii: ":"))
    }) {
      draft.remarks.append(
        TranslatedText(
          "A number begins with 0: it is read as decimal here, and as octal by some programs; write it without.",
          pt: "Um número começa com 0: aqui ele é lido como decimal, e como octal por alguns programas; escreva-o sem.",
          es: "Un número empieza por 0: aquí se lee como decimal, y como octal en algunos programas; escríbalo sin él.")
      )
    }
    guard let span = pattern.span else {
      return draft.remarks.append(
        TranslatedText(
          "A * in the middle of a mask is not documented; test it.",
          pt: "Um * no meio de uma máscara não está documentado; teste.",
          es: "Un * en medio de una máscara no está documentado; pruébelo."))
    }
    if !span.lowerBound.isIPv4 {
      draft.remarks.append(
        TranslatedText(
          "IPv6 is not documented for this file: test whether the server takes it.",
          pt: "IPv6 não está documentado para este arquivo: teste se o servidor o aceita.",
          es: "IPv6 no está documentado para este archivo: pruebe si el servidor lo acepta."))
    }
    let parts = value.split(separator: UInt8(ascii: "/"))
    if parts.count == 2 {
      if parts[1].contains(UInt8(ascii: ".")) {
        draft.remarks.append(
          TranslatedText(
            "The documented form of a network is /24, not a mask of four numbers.",
            pt: "A forma documentada de uma rede é /24, não uma máscara de quatro números.",
            es: "La forma documentada de una red es /24, no una máscara de cuatro números."))
      }
      if let base = IPAddress(Array(parts[0]).span), base != span.lowerBound {
        draft.remarks.append(
          TranslatedText(
            "The network is \(span.lowerBound)/\(pattern.prefixLength ?? 0): bits behind its length are set.",
            pt: "A rede é \(span.lowerBound)/\(pattern.prefixLength ?? 0): há bits ligados além do seu comprimento.",
            es: "La red es \(span.lowerBound)/\(pattern.prefixLength ?? 0): hay bits puestos más allá de su longitud."))
      }
    }
  }

  private static func readMail(_ value: ArraySlice<UInt8>, _ draft: inout Draft) {
    if value.isEmpty {
      return draft.faults.append(
        TranslatedText(
          "The e-mail address or domain is missing.",
          pt: "Falta o endereço de e-mail ou o domínio.",
          es: "Falta la dirección de correo o el dominio."))
    }
    if value.contains(where: {
      $0 <= 0x20 || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ",")
    }) {
      return draft.faults.append(
        TranslatedText(
          "It is no e-mail address or domain; there is one condition on a line.",
          pt: "Não é endereço de e-mail nem domínio; há uma condição por linha.",
          es: "No es dirección de correo ni dominio; hay una condición por línea."))
    }
    if draft.kind != .any, (try? AddressPattern(value)) != nil, !value.allSatisfy({ $0 == UInt8(ascii: "*") }) {
      return draft.faults.append(
        TranslatedText(
          "It is an IP address, which belongs behind i:.",
          pt: "É um endereço IP, que vai depois de i:.",
          es: "Es una dirección IP, que va tras i:."))
    }
    if value.contains(UInt8(ascii: "?")) {
      draft.remarks.append(
        TranslatedText(
          "Whether ? stands for one character is not documented; here it is taken as it stands.",
          pt: "Não está documentado se ? vale por um caractere; aqui ele é tomado ao pé da letra.",
          es: "No está documentado si ? vale por un carácter; aquí se toma al pie de la letra."))
    }
    let mask = TextMask(value)
    let parts = value.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    guard parts.count > 1 else {
      draft.item = .domain(mask)
      return
    }
    if parts.contains(where: \.isEmpty) || parts.count > 2 {
      return draft.faults.append(
        TranslatedText(
          "It is no e-mail address; a whole domain stands without @.",
          pt: "Não é endereço de e-mail; um domínio inteiro fica sem @.",
          es: "No es dirección de correo; un dominio entero va sin @."))
    }
    draft.item = .mail(mask)
  }

  private static func readName(_ value: ArraySlice<UInt8>, _ draft: inout Draft) {
    if value.isEmpty {
      return draft.faults.append(
        TranslatedText(
          "The host name is missing.",
          pt: "Falta o nome do host.",
          es: "Falta el nombre del host."))
    }
    guard value.allSatisfy({ isLetter($0) || (48...57).contains($0) || "-._".utf8.contains($0) }) else {
      return draft.faults.append(
        TranslatedText(
          "It is no host name.",
          pt: "Não é nome de host.",
          es: "No es nombre de host."))
    }
    if draft.kind == .hostname, IPAddress(Array(value).span) != nil {
      return draft.faults.append(
        TranslatedText(
          "It is an IP address, which belongs behind i:.",
          pt: "É um endereço IP, que vai depois de i:.",
          es: "Es una dirección IP, que va tras i:."))
    }
    draft.item = .name(AddressText.lowercase(value))
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte | 0x20) }
}
