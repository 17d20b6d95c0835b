import MailModel

/// TLS is there at all, and which versions are spoken.
struct C06TLSFloor: IceWarpCheck {
  let id = "C6"
  let severity = PreflightSeverity.blocker
  let phase = PreflightPhase.bound
  let title = TranslatedText(
    "TLS is on, and is 1.2 or later", pt: "O TLS está ligado, e é 1.2 ou mais novo",
    es: "TLS está activo, y es 1.2 o posterior")
  let why = TranslatedText(
    "Users are sent to 587 for the sake of their passwords; without TLS they cross the network readable. A new floor shuts "
      + "out old programs and scanners on the same day.",
    pt:
      "Os usuários vão para a 587 para proteger a senha; sem TLS ela passa legível pela rede. Um piso novo deixa de fora "
      + "programas antigos e scanners no mesmo dia.",
    es:
      "Los usuarios van al 587 para proteger su contraseña; sin TLS cruza la red legible. Un mínimo nuevo deja fuera a "
      + "programas antiguos y escáneres el mismo día.")
  let variables = [
    "C_System_Adv_Ext_DisableSSLTLS", "C_System_Adv_Ext_SSLServerMethod", "C_System_Adv_Ext_SSLCipherList", "C_Version",
  ]
  let advice = PreflightAdvice(
    TranslatedText(
      "Set the method to TLS 1.2 or later, after port587 audit and probe have shown who still needs less.",
      pt:
        "Ajuste o método para TLS 1.2 ou mais novo, depois que port587 audit e probe mostrarem quem ainda precisa de menos.",
      es: "Ponga el método en TLS 1.2 o posterior, cuando port587 audit y probe muestren quién necesita aún menos."),
    console: .list("SSLServerMethod"), commands: [modify("C_System_Adv_Ext_SSLServerMethod", "6")])

  func judge(_ evidence: IceWarpEvidence) throws(PreflightUnknown) -> PreflightJudgement {
    if try evidence.flag("C_System_Adv_Ext_DisableSSLTLS") {
      return PreflightJudgement(
        .fail,
        TranslatedText(
          "TLS is switched off for the whole server.", pt: "O TLS está desligado em todo o servidor.",
          es: "TLS está desactivado en todo el servidor."),
        advice: PreflightAdvice(
          TranslatedText("Switch TLS on.", pt: "Ligue o TLS.", es: "Active TLS."), console: .list("DisableSSLTLS"),
          commands: [C06TLSFloor.modify("C_System_Adv_Ext_DisableSSLTLS", "0")]))
    }
    guard let method = evidence.knownNumber("C_System_Adv_Ext_SSLServerMethod") else {
      return PreflightJudgement(
        .pass,
        TranslatedText(
          "TLS is on; its floor is not in the input.", pt: "O TLS está ligado; o piso não está na entrada.",
          es: "TLS está activo; el mínimo no está en la entrada."))
    }
    let spoken = C06TLSFloor.floor(method, version: evidence.majorVersion)
    switch spoken {
    case "TLS 1.2":
      return PreflightJudgement(
        .pass,
        TranslatedText(
          "TLS is on, from TLS 1.2: programs that speak 1.0 or 1.1 alone cannot connect.",
          pt: "O TLS está ligado, a partir do TLS 1.2: programas que só falam 1.0 ou 1.1 não conectam.",
          es: "TLS está activo, desde TLS 1.2: los programas que solo hablan 1.0 o 1.1 no conectan."))
    case let spoken?:
      return PreflightJudgement(
        .warn,
        TranslatedText(
          "TLS is on, from \(spoken). Whoever needs less than TLS 1.2 is lost once it is raised; an upgrade to IceWarp 14 "
            + "raises the default by itself.",
          pt:
            "O TLS está ligado, a partir de \(spoken). Quem precisa de menos que TLS 1.2 perde o acesso quando subir; a "
            + "atualização para o IceWarp 14 sobe o padrão sozinha.",
          es:
            "TLS está activo, desde \(spoken). Quien necesita menos que TLS 1.2 queda fuera al subirlo; la actualización a "
            + "IceWarp 14 sube el valor por sí sola."), severity: .medium)
    case nil:
      return PreflightJudgement(
        .warn,
        TranslatedText(
          "TLS is on; what method \(method) means in this version is not known. port587 probe shows it.",
          pt: "O TLS está ligado; não se sabe o que o método \(method) significa nesta versão. port587 probe mostra.",
          es: "TLS está activo; no se sabe qué significa el método \(method) en esta versión. port587 probe lo muestra."
        ),
        severity: .medium, advice: PreflightAdvice(advice.text, commands: ["port587 probe HOST"]))
    }
  }

  /// The oldest version that a method speaks; the default (0) meant TLS 1.0 in version 12 and means 1.2 in version 14.
  private static func floor(_ method: Int, version: Int?) -> String? {
    switch (method, version) {
    case (3, _): "SSL 3"
    case (4, _), (0, 12?): "TLS 1.0"
    case (5, _): "TLS 1.1"
    case (6, _), (7, _): "TLS 1.2"
    case (0, let version?) where version >= 14: "TLS 1.2"
    default: nil
    }
  }
}
