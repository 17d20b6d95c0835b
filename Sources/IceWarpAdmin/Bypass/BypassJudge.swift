public import MailModel

/// Judges a bypass file and, where there is a state, holds it against what was seen.
public struct BypassJudge: Sendable {
  private let tree: BypassTree
  private let notebook: BypassNotebook?
  private let world: BypassWorld?
  private let localDomains: Set<String>
  private let idleAfterDays: Int
  private let now: Timestamp
  private let language: Language

  /// Takes the file and what is known beside it.
  public init(
    tree: BypassTree, notebook: BypassNotebook?, world: BypassWorld?, localDomains: Set<String>, idleAfterDays: Int,
    now: Timestamp, language: Language = .english
  ) {
    self.tree = tree
    self.notebook = notebook
    self.world = world
    self.localDomains = localDomains.union(world?.localDomains ?? [])
    self.idleAfterDays = idleAfterDays
    self.now = now
    self.language = language
  }

  /// The report.
  public func report() -> BypassReport {
    let simulator = world.map { BypassSimulator(tree: tree, world: $0) }
    var notes = tree.file.notes
    if tree.file.lines.isEmpty {
      notes.append(
        TranslatedText(
          "The file holds no condition: nobody is freed.",
          pt: "O arquivo não contém condição: ninguém está liberado.",
          es: "El archivo no contiene condición: nadie queda liberado."))
    }
    let known = Set(tree.file.lines.map(\.text))
    let stray = (notebook?.entries ?? []).map(\.line).filter { !known.contains($0) }
    if !stray.isEmpty {
      notes.append(
        TranslatedText(
          "Notes are kept of lines that are no longer in the file: \(stray.joined(separator: ", ")).",
          pt: "Há notas de linhas que não estão mais no arquivo: \(stray.joined(separator: ", ")).",
          es: "Hay notas de líneas que ya no están en el archivo: \(stray.joined(separator: ", "))."))
    }
    return BypassReport(
      file: tree.name, generatedAt: now, notes: notes.map { $0.text(in: language) },
      lines: tree.file.lines.map { line($0, tree.name, simulator) },
      includes: tree.includes.map { include in
        BypassIncludeReport(
          path: include.path, file: include.name, includedFrom: include.includedFrom, line: include.line,
          problem: include.problem?.text(in: language),
          notes: (include.content?.notes ?? []).map { $0.text(in: language) },
          lines: (include.content?.lines ?? []).map { line($0, include.name ?? include.path, simulator) })
      },
      simulation: simulator?.outcome(idleAfterDays: idleAfterDays))
  }

  private func line(_ line: BypassLine, _ file: String, _ simulator: BypassSimulator?) -> BypassLineReport {
    let (risk, why) = tree.risk(of: line, in: file, localDomains: localDomains)
    var notes = line.remarks + why
    var report = BypassLineReport(
      number: line.number, text: line.text, kind: line.kind, valid: line.isValid, risk: risk,
      notes: [])
    if let wider = wider(than: line, file) { notes.append(wider) }
    if let entry = notebook?.entries.first(where: { $0.line == line.text }), file == tree.name {
      report.owner = entry.owner
      report.expires = entry.expires
      if let day = entry.expires, day < today {
        notes.append(
          TranslatedText(
            "Its time is over since \(day): take it out, or give it a new day.",
            pt: "Seu prazo acabou em \(day): retire-a, ou dê-lhe um novo dia.",
            es: "Su plazo terminó el \(day): quítela, o dele un nuevo día."))
      }
    }
    guard let simulator else { return noted(report, notes) }
    let (simulation, reason) = simulator.simulation(of: line, in: file)
    report.simulation = simulation
    if simulation != .impossible {
      let matches = simulator.matches(of: line, in: file)
      report.matches = matches
      report.idle =
        simulation == .complete || matches.lastAt != nil ? simulator.isIdle(matches, days: idleAfterDays) : nil
      if report.idle == true {
        notes.append(
          TranslatedText(
            "Nothing has matched in the last \(idleAfterDays) days that the state covers: is it still needed?",
            pt: "Nada combinou nos últimos \(idleAfterDays) dias que o estado cobre: ela ainda é necessária?",
            es: "Nada ha coincidido en los últimos \(idleAfterDays) días que cubre el estado: ¿sigue haciendo falta?"))
      }
    }
    if let reason, line.isValid { notes.append(reason) }
    return noted(report, notes)
  }

  private func noted(_ report: BypassLineReport, _ notes: [TranslatedText]) -> BypassLineReport {
    var report = report
    report.notes = notes.map { $0.text(in: language) }
    return report
  }

  private var today: String { String(now.description.prefix(10)) }

  /// Names a line that frees all that this one frees.
  private func wider(than line: BypassLine, _ file: String) -> TranslatedText? {
    guard line.isValid, line.kind != .include else { return nil }
    for (otherFile, other) in tree.lines where other.isValid && !(otherFile == file && other.number == line.number) {
      let isBefore = otherFile == file ? other.number < line.number : true
      let place = place(other.number, otherFile == file ? nil : otherFile)
      if other.kind == line.kind, other.item == line.item {
        if isBefore {
          return TranslatedText(
            "It says the same as \(place.text(in: .english)).",
            pt: "Diz o mesmo que a \(place.text(in: .brazilianPortuguese)).",
            es: "Dice lo mismo que la \(place.text(in: .spanish)).")
        }
        continue
      }
      if case .addresses(let wide) = other.item, case .addresses(let narrow) = line.item, wide.contains(narrow),
        wide != narrow
      {
        return TranslatedText(
          "It lies within \(place.text(in: .english)) (\(other.text)).",
          pt: "Está contida na \(place.text(in: .brazilianPortuguese)) (\(other.text)).",
          es: "Está dentro de la \(place.text(in: .spanish)) (\(other.text)).")
      }
    }
    return nil
  }

  private func place(_ number: Int, _ file: String?) -> TranslatedText {
    let line = TranslatedText("line \(number)", pt: "linha \(number)", es: "línea \(number)")
    guard let file else { return line }
    return line.completed(TranslatedText(" of \(file)", pt: " de \(file)", es: " de \(file)"))
  }
}
