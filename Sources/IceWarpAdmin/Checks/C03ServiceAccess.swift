import MailModel

/// The service's own list of who may connect.
struct C03ServiceAccess: IceWarpCheck {
  let id = "C3"
  let severity = PreflightSeverity.high
  let phase = PreflightPhase.bound
  let title = TranslatedText(
    "The SMTP service lets users' networks in", pt: "O serviço SMTP aceita as redes dos usuários",
    es: "El servicio SMTP acepta las redes de los usuarios")
  let why = TranslatedText(
    "The list of the service holds for all of its ports. Users at home and on the road come from anywhere.",
    pt: "A lista do serviço vale para todas as portas dele. Usuários em casa e em viagem vêm de qualquer rede.",
    es: "La lista del servicio vale para todos sus puertos. Los usuarios en casa y de viaje vienen de cualquier red.")
  let variables = [
    "C_System_Services_SMTP_AccessMode", "C_System_Services_SMTP_IPList", "C_System_Services_Firewall",
  ]
  let advice = PreflightAdvice(
    TranslatedText(
      "Take the list away, or add the networks of all users to it; the firewall in front must let 587 and 465 pass too.",
      pt:
        "Esvazie a lista ou inclua as redes de todos os usuários; o firewall à frente também precisa liberar 587 e 465.",
      es:
        "Vacíe la lista o incluya las redes de todos los usuarios; el cortafuegos de delante también debe abrir 587 y 465."
    ),
    console: .place(
      "System > Services > SMTP (double click) > Access", "Sistema > Serviços > SMTP (duplo clique) > Acesso",
      variable: "SMTP_IPList"), commands: [])

  func judge(_ evidence: IceWarpEvidence) throws(PreflightUnknown) -> PreflightJudgement {
    let list = try evidence.text("C_System_Services_SMTP_IPList")
    if list.isEmpty {
      return PreflightJudgement(
        .pass,
        TranslatedText("The list is empty.", pt: "A lista está vazia.", es: "La lista está vacía."))
    }
    if try evidence.flag("C_System_Services_SMTP_AccessMode") {
      return PreflightJudgement(
        .warn,
        TranslatedText(
          "Only these are let in, on every port of SMTP: \(list)",
          pt: "Só estes são aceitos, em todas as portas do SMTP: \(list)",
          es: "Solo se acepta a estos, en todos los puertos de SMTP: \(list)"))
    }
    return PreflightJudgement(
      .warn,
      TranslatedText(
        "These are kept out, on every port of SMTP: \(list)",
        pt: "Estes são barrados, em todas as portas do SMTP: \(list)",
        es: "A estos se les cierra el paso, en todos los puertos de SMTP: \(list)"), severity: .medium)
  }
}
