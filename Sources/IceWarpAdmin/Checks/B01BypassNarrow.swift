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
    func numbers(_ wanted: BypassRisk) -> String {
      let found = risks.filter { $0.1 == wanted }.map { entry in
        entry.0.file == bypass.name ? "\(entry.0.line.number)" : "\(entry.0.file):\(entry.0.line.number)"
      }
      return found.prefix(20).joined(separator: ", ") + (found.count > 20 ? ", …" : "")
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
    let worst = numbers(.defeatsFeature)
    if !worst.isEmpty {
      return PreflightJudgement(
        .fail,
        all.followed(
          by: TranslatedText(
            "Numbers of the lines that undo the switch: \(worst).",
            pt: "Números das linhas que anulam a chave: \(worst).",
            es: "Números de las líneas que anulan la opción: \(worst).")))
    }
    let wide = numbers(.high)
    if !wide.isEmpty {
      return PreflightJudgement(
        .warn,
        all.followed(
          by: TranslatedText(
            "Numbers of the lines with a high risk: \(wide).", pt: "Números das linhas de risco alto: \(wide).",
            es: "Números de las líneas de riesgo alto: \(wide).")))
    }
    return PreflightJudgement(unknown > 0 || !missing.isEmpty ? .warn : .pass, all)
  }
}
