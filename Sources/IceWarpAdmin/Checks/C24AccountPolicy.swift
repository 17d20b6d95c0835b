import MailModel

/// Accounts whose policy does not let them send.
struct C24AccountPolicy: IceWarpCheck {
  let id = "C24"
  let severity = PreflightSeverity.medium
  let phase = PreflightPhase.usersMoved
  let title = TranslatedText(
    "Accounts may use SMTP", pt: "As contas podem usar SMTP", es: "Las cuentas pueden usar SMTP")
  let why = TranslatedText(
    "Who sends today from a trusted address may have an account that is not allowed to log in for SMTP, and learns it on 587.",
    pt: "Quem hoje envia de um IP confiável pode ter uma conta sem permissão de SMTP, e descobre isso na 587.",
    es:
      "Quien hoy envía desde una dirección de confianza puede tener una cuenta sin permiso de SMTP, y lo descubre en el 587."
  )
  let variables = ["D_DisableLogin"]
  let advice = PreflightAdvice(
    TranslatedText(
      "Allow SMTP in the policy of the accounts that are to send.",
      pt: "Permita SMTP na política das contas que devem enviar.",
      es: "Permita SMTP en la política de las cuentas que deben enviar."),
    console: PreflightConsole(
      "Management > Domains & Accounts > account > Policies > SMTP",
      "Gerenciamento > Domínios e contas > conta > Políticas > SMTP"),
    commands: [
      "tool export account \"*@*\" u_type u_smtp u_accountdisabled", "tool modify account USER@DOMAIN u_smtp 1",
    ])

  func judge(_ evidence: IceWarpEvidence) throws(PreflightUnknown) -> PreflightJudgement {
    let closed = (evidence.settings?.values(of: "D_DisableLogin") ?? []).contains {
      $0 == "1" || $0.lowercased() == "true"
    }
    if closed {
      return PreflightJudgement(
        .warn,
        TranslatedText(
          "A domain does not let its users log in (D_DisableLogin).",
          pt: "Um domínio não deixa seus usuários autenticar (D_DisableLogin).",
          es: "Un dominio no deja que sus usuarios se autentiquen (D_DisableLogin)."))
    }
    guard let policies = evidence.policies else {
      throw PreflightUnknown(
        TranslatedText(
          "The account export was not given (--accounts).",
          pt: "A exportação de contas não foi informada (--accounts).",
          es: "No se indicó la exportación de cuentas (--accounts)."))
    }
    guard policies.namesSMTP, policies.accounts > 0 else {
      throw PreflightUnknown(
        TranslatedText(
          "The account export has no line of field names with u_smtp, or no account that fits it.",
          pt: "A exportação de contas não tem linha de nomes de campos com u_smtp, ou nenhuma conta que caiba nela.",
          es: "La exportación de cuentas no tiene línea de nombres de campos con u_smtp, o ninguna cuenta que encaje."))
    }
    let count = policies.withoutSMTP
    return PreflightJudgement(
      count > 0 ? .warn : .pass,
      TranslatedText(
        "Active accounts without SMTP: \(count) of \(policies.accounts).",
        pt: "Contas ativas sem SMTP: \(count) de \(policies.accounts).",
        es: "Cuentas activas sin SMTP: \(count) de \(policies.accounts)."))
  }
}
