import MailModel

/// What the terminal says about bypass files, in one language.
struct BypassWords: Sendable {
  let language: Language

  private func pick(_ english: String, pt: String, es: String) -> String {
    TranslatedText(english, pt: pt, es: es).text(in: language)
  }

  func included(line: Int, of file: String) -> String {
    pick(
      "included by line \(line) of \(file)", pt: "incluído pela linha \(line) de \(file)",
      es: "incluido por la línea \(line) de \(file)")
  }
  /// Headers of the table; the numbers are those of a simulation.
  func headers(isSimulated: Bool) -> [String] {
    let head = [
      pick("line", pt: "linha", es: "línea"), pick("looks at", pt: "critério", es: "criterio"),
      pick("risk", pt: "risco", es: "riesgo"),
    ]
    guard isSimulated else { return head + [pick("expires", pt: "vence", es: "vence")] }
    return head + [
      pick("refused", pt: "recusadas", es: "rechazos"), "25", pick("port ?", pt: "porta ?", es: "puerto ?"),
      pick("last", pt: "última", es: "última"),
    ]
  }
  var never: String { pick("never", pt: "nunca", es: "nunca") }
  func owner(_ name: String) -> String {
    pick("owner: \(name)", pt: "responsável: \(name)", es: "responsable: \(name)")
  }
  var unknownOwner: String {
    pick("unknown, give --owner", pt: "desconhecido, informe --owner", es: "desconocido, indique --owner")
  }
  func toGo(_ day: String) -> String {
    let day = self.day(day)
    return pick("to go on: \(day)", pt: "a retirar em: \(day)", es: "a quitar el: \(day)")
  }
  /// A day in the order of the language.
  func day(_ iso: String) -> String { Wording(ReportOptions(language: language)).day(iso) }
  func outcome(_ from: String, _ to: String) -> String {
    let (from, to) = (day(from), day(to))
    return pick(
      "With this file, of what the state saw from \(from) to \(to)",
      pt: "Com este arquivo, do que o estado viu de \(from) a \(to)",
      es: "Con este archivo, de lo que vio el estado del \(from) al \(to)")
  }
  /// How many of what was seen pass.
  func passing(_ coverage: BypassCoverage, _ what: BypassWhat) -> String {
    let (pass, seen, open) = (coverage.pass, coverage.seen, coverage.undecided)
    let text =
      switch what {
      case .refusals:
        pick(
          "\(pass) of \(seen) refusals for the port pass", pt: "\(pass) de \(seen) recusas por causa da porta passam",
          es: "\(pass) de \(seen) rechazos por el puerto pasan")
      case .legacy:
        pick(
          "\(pass) of \(seen) messages on ports to be closed pass",
          pt: "\(pass) de \(seen) mensagens em portas a fechar passam",
          es: "\(pass) de \(seen) mensajes en puertos por cerrar pasan")
      case .unknownPort:
        pick(
          "\(pass) of \(seen) messages on unknown ports pass",
          pt: "\(pass) de \(seen) mensagens em portas desconhecidas passam",
          es: "\(pass) de \(seen) mensajes en puertos desconocidos pasan")
      }
    guard open > 0 else { return text }
    return text
      + pick(", \(open) cannot be told", pt: ", de \(open) não dá para dizer", es: ", de \(open) no se puede saber")
  }
  var nothingToFree: String {
    pick(
      "there is nothing that a line could free", pt: "não há nada que uma linha pudesse liberar",
      es: "no hay nada que una línea pudiera liberar")
  }
  func defeating(_ count: Int, of all: Int) -> String {
    pick(
      "Lines that defeat the submission option: \(count) of \(all)",
      pt: "Linhas que anulam a opção de submissão: \(count) de \(all)",
      es: "Líneas que anulan la opción de envío: \(count) de \(all)")
  }
  func broken(_ count: Int) -> String {
    pick(
      "Lines that are not in the documented grammar: \(count)", pt: "Linhas fora da gramática documentada: \(count)",
      es: "Líneas fuera de la gramática documentada: \(count)")
  }
  func idle(_ count: Int) -> String {
    pick(
      "Lines that match nothing any more: \(count)", pt: "Linhas que não combinam mais com nada: \(count)",
      es: "Líneas que ya no coinciden con nada: \(count)")
  }
  func missing(_ count: Int) -> String {
    pick(
      "Included files that were not read: \(count)", pt: "Arquivos incluídos que não foram lidos: \(count)",
      es: "Archivos incluidos que no se leyeron: \(count)")
  }
  var noneDefeats: String {
    pick(
      "No line defeats the submission option", pt: "Nenhuma linha anula a opção de submissão",
      es: "Ninguna línea anula la opción de envío")
  }
  var noProposal: String {
    pick("No line is proposed.", pt: "Nenhuma linha é proposta.", es: "No se propone ninguna línea.")
  }
  func riskInWords(_ risk: BypassRisk) -> String {
    let word = name(risk)
    return pick("\(word) risk", pt: "risco \(word)", es: "riesgo \(word)")
  }
  var noLineFor: String { pick("No line for", pt: "Sem linha para", es: "Sin línea para") }
  func see(_ place: String) -> String { pick("see \(place)", pt: "veja \(place)", es: "vea \(place)") }
  func more(_ count: Int) -> String {
    pick(
      "… and \(count) more (--json lists them)", pt: "… e mais \(count) (--json lista todos)",
      es: "… y \(count) más (--json los enumera)")
  }

  /// How wide a hole a line makes.
  func name(_ risk: BypassRisk) -> String {
    switch risk {
    case .low: pick("low", pt: "baixo", es: "bajo")
    case .medium: pick("medium", pt: "médio", es: "medio")
    case .high: pick("high", pt: "alto", es: "alto")
    case .defeatsFeature: pick("DEFEATS", pt: "ANULA", es: "ANULA")
    }
  }

  /// What a line looks at.
  func name(_ kind: BypassKind) -> String {
    switch kind {
    case .sender: pick("sender", pt: "remetente", es: "remitente")
    case .recipient: pick("recipient", pt: "destinatário", es: "destinatario")
    case .any: pick("any", pt: "qualquer", es: "cualquiera")
    case .address: pick("address", pt: "endereço", es: "dirección")
    case .hostname: pick("host name", pt: "nome de host", es: "nombre de host")
    case .dnswl: "DNSWL"
    case .include: pick("file", pt: "arquivo", es: "archivo")
    case .localSenders: pick("local", pt: "locais", es: "locales")
    case .trustedSession: pick("trusted", pt: "confiáveis", es: "confiables")
    case .unknown: pick("unknown", pt: "desconhecido", es: "desconocido")
    }
  }

  /// What a line may let pass.
  enum BypassWhat: Sendable {
    case refusals, legacy, unknownPort
  }
}
