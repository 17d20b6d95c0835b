import MailModel

/// What is asked of servers must not be asked of users' programs.
struct PF08ServerChecksOn587: PostfixCheck {
  let id = "PF8"
  let severity = PreflightSeverity.medium
  let phase = PreflightPhase.usersMoved
  let title = TranslatedText(
    "Checks for servers do not hit users on 587", pt: "Verificações para servidores não atingem usuários na 587",
    es: "Las comprobaciones para servidores no afectan a los usuarios en el 587")
  let why = TranslatedText(
    "Users come from dynamic addresses without reverse name and say EHLO with names that no server would use; block lists and "
      + "greylisting hit them before they log in.",
    pt:
      "Usuários vêm de IPs dinâmicos sem DNS reverso e dizem EHLO com nomes que nenhum servidor usaria; listas de bloqueio e "
      + "greylisting os atingem antes do login.",
    es:
      "Los usuarios vienen de direcciones dinámicas sin nombre inverso y dicen EHLO con nombres que ningún servidor usaría; las "
      + "listas de bloqueo y el greylisting les afectan antes de autenticarse.")
  let parameters = [
    "smtpd_client_restrictions", "smtpd_helo_restrictions", "smtpd_sender_restrictions", "smtpd_recipient_restrictions",
  ]
  let ports = [587, 465]
  let advice = PreflightAdvice(
    TranslatedText(
      "Empty these lists for the submission services, or put permit_sasl_authenticated first.",
      pt: "Esvazie essas listas nos serviços de submissão, ou ponha permit_sasl_authenticated em primeiro lugar.",
      es: "Vacíe esas listas en los servicios de envío, o ponga permit_sasl_authenticated en primer lugar."))

  /// Words that are about servers: reverse names, block lists, HELO names, greylisting.
  private static let serverWords = [
    "reject_unknown_client", "reject_unknown_reverse_client_hostname", "reject_rbl_client", "reject_rhsbl",
    "reject_non_fqdn_helo_hostname", "reject_non_fqdn_hostname", "reject_invalid_helo_hostname",
    "reject_invalid_hostname",
    "reject_unknown_helo_hostname", "reject_unknown_hostname", "check_policy_service",
  ]

  func judge(_ evidence: PostfixEvidence) throws(PreflightUnknown) -> PreflightJudgement {
    let found = try evidence.listeners().filter { [587, 465].contains($0.port) }
    if found.isEmpty { _ = try evidence.submission() }
    var hits: [String] = []
    var commands: [String] = []
    for service in found {
      for name in parameters {
        for word in try evidence.words(name, of: service) {
          // Who has logged in is let through here; what follows meets nobody but strangers.
          if ["permit_sasl_authenticated", "permit", "reject"].contains(word) { break }
          guard PF08ServerChecksOn587.serverWords.contains(where: { word.hasPrefix($0) }) else { continue }
          hits.append("\(service.name): \(name): \(word)")
          let command = "postconf -P '\(service.name)/inet/\(name)=permit_sasl_authenticated,reject'"
          if !commands.contains(command) { commands.append(command) }
        }
      }
    }
    if hits.isEmpty {
      return PreflightJudgement(
        .pass,
        TranslatedText(
          "None before the login.", pt: "Nenhuma antes do login.", es: "Ninguna antes del inicio de sesión."))
    }
    let list = hits.joined(separator: "; ")
    return PreflightJudgement(
      .warn, TranslatedText(verbatim: list),
      advice: PreflightAdvice(advice.text, commands: commands + ["postfix reload"]))
  }
}
