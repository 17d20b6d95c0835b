import MailModel

/// The exceptions are few, and none of them undoes the switch.
struct B01BypassNarrow: IceWarpCheck {
  let id = "B1"
  let severity = PreflightSeverity.high
  let phase = PreflightPhase.withoutExceptions
  let title = TranslatedText(
    "The bypass file leaves nothing open that matters", pt: "O arquivo de bypass não deixa nada importante aberto",
    es: "El archivo de bypass no deja abierto nada importante")
  let why = TranslatedText(
    "Each line is a way past the switch. A blank l: frees all local senders; a sender can be claimed by anybody.",
    pt:
      "Cada linha é um caminho que contorna a chave. Um l: vazio libera todos os remetentes locais; qualquer um pode alegar um "
      + "remetente.",
    es:
      "Cada línea es un camino que elude la opción. Un l: vacío libera a todos los remitentes locales; cualquiera puede alegar un "
      + "remitente.")
  let variables: [String] = []
  let advice = PreflightAdvice(
    TranslatedText(
      "See the risk of each line with port587 bypass check; put single i: addresses in place of ranges and senders.",
      pt: "Veja o risco de cada linha com port587 bypass check; troque faixas e remetentes por endereços i: isolados.",
      es:
        "Vea el riesgo de cada línea con port587 bypass check; ponga direcciones i: sueltas en lugar de rangos y remitentes."
    ),
    console: PreflightConsole("File: config/submissionbypass.dat", "Arquivo: config/submissionbypass.dat"),
    commands: ["port587 bypass check submissionbypass.dat"])

  func judge(_ evidence: IceWarpEvidence) throws(PreflightUnknown) -> PreflightJudgement {
    guard let bypass = evidence.bypass else {
      throw PreflightUnknown(
        TranslatedText(
          "The bypass file was not given (--bypass).", pt: "O arquivo de bypass não foi informado (--bypass).",
          es: "No se indicó el archivo de bypass (--bypass)."))
    }
    let lines = bypass.conditions
    if lines.isEmpty {
      return PreflightJudgement(
        .pass, TranslatedText("There are no exceptions.", pt: "Não há exceções.", es: "No hay excepciones."))
    }
    let local = evidence.accounts?.directory.localDomains ?? []
    let risks = lines.map { ($0, bypass.risk(of: $0.line, in: $0.file, localDomains: local).risk) }
    // Behind counts a bare number would be read as one more.
    func places(_ wanted: BypassRisk, _ one: TranslatedText, _ several: TranslatedText) -> TranslatedText? {
      let found = risks.filter { $0.1 == wanted }.map { entry in
        entry.0.file == bypass.name ? "\(entry.0.line.number)" : "\(entry.0.file):\(entry.0.line.number)"
      }
      guard !found.isEmpty else { return nil }
      let list = found.prefix(20).joined(separator: ", ") + (found.count > 20 ? ", …" : "")
      return (found.count == 1 ? one : several).followed(by: TranslatedText(verbatim: "\(list)."))
    }
    let unknown = risks.filter { !$0.0.line.isValid }.count
    let counts = TranslatedText(
      "Exceptions: \(risks.count); of unknown form: \(unknown).",
      pt: "Exceções: \(risks.count); de forma desconhecida: \(unknown).",
      es: "Excepciones: \(risks.count); de forma desconocida: \(unknown).")
    // What a file says that was not read is not known, and may be anything.
    let missing = bypass.includes.filter { $0.content == nil && !$0.isRepeated }.map(\.path).joined(separator: ", ")
    let all = counts.followed(
      by: missing.isEmpty
        ? nil
        : TranslatedText(
          "Files that were not read: \(missing) (--include-folder).",
          pt: "Arquivos que não foram lidos: \(missing) (--include-folder).",
          es: "Archivos que no se leyeron: \(missing) (--include-folder)."))
    let worst = places(
      .defeatsFeature,
      TranslatedText("Undoes the switch: line", pt: "Anula a chave: linha", es: "Anula la opción: línea"),
      TranslatedText("Undo the switch: lines", pt: "Anulam a chave: linhas", es: "Anulan la opción: líneas"))
    if let worst { return PreflightJudgement(.fail, all.followed(by: worst)) }
    let wide = places(
      .high, TranslatedText("High risk: line", pt: "Risco alto: linha", es: "Riesgo alto: línea"),
      TranslatedText("High risk: lines", pt: "Risco alto: linhas", es: "Riesgo alto: líneas"))
    if let wide { return PreflightJudgement(.warn, all.followed(by: wide)) }
    return PreflightJudgement(unknown > 0 || !missing.isEmpty ? .warn : .pass, all)
  }
}
