import MailModel

/// Exceptions came with version 11.
struct C27Version: IceWarpCheck {
  let id = "C27"
  let severity = PreflightSeverity.high
  let phase = PreflightPhase.enforced
  let title = TranslatedText(
    "The version knows the bypass file", pt: "A versão conhece o arquivo de bypass",
    es: "La versión conoce el archivo de bypass")
  let why = TranslatedText(
    "Before version 11 there is no submissionbypass.dat: who cannot move has no way out once the switch is on.",
    pt:
      "Antes da versão 11 não existe submissionbypass.dat: quem não pode migrar fica sem saída depois que a chave é ligada.",
    es:
      "Antes de la versión 11 no existe submissionbypass.dat: quien no puede migrar queda sin salida una vez activada la opción."
  )
  let variables = ["C_Version"]
  let advice = PreflightAdvice(
    TranslatedText(
      "Upgrade first, or make sure that nobody needs an exception.",
      pt: "Atualize antes, ou garanta que ninguém precise de exceção.",
      es: "Actualice antes, o asegúrese de que nadie necesite una excepción."))

  func judge(_ evidence: IceWarpEvidence) throws(PreflightUnknown) -> PreflightJudgement {
    let text = try evidence.text("C_Version")
    guard let version = evidence.majorVersion else {
      throw PreflightUnknown(
        TranslatedText(
          "The version is not understood: \(text)", pt: "A versão não foi compreendida: \(text)",
          es: "No se entiende la versión: \(text)"))
    }
    return PreflightJudgement(
      version >= 11 ? .pass : .fail,
      TranslatedText("IceWarp \(text)", pt: "IceWarp \(text)", es: "IceWarp \(text)"))
  }
}
