import MailModel

/// Who sends on 25 without a login.
struct PF10TrustedNetworks: PostfixCheck {
  let id = "PF10"
  let severity = PreflightSeverity.high
  let phase = PreflightPhase.withoutExceptions
  let title = TranslatedText(
    "No users in mynetworks", pt: "Sem usuários em mynetworks", es: "Sin usuarios en mynetworks")
  let why = TranslatedText(
    "Who sends from these networks needs no login, and goes on with port 25 after the switch; no log will name a person.",
    pt:
      "Quem envia dessas redes não precisa autenticar e continua na porta 25 depois da virada; nenhum log dirá quem é.",
    es:
      "Quien envía desde estas redes no necesita autenticarse y sigue en el puerto 25 tras el cambio; ningún registro dirá quién es."
  )
  let parameters = ["mynetworks", "mynetworks_style", "smtpd_relay_restrictions", "smtpd_recipient_restrictions"]
  let ports = [25, 587, 465]
  let advice = PreflightAdvice(
    TranslatedText(
      "Take office networks out and list devices that cannot log in one by one.",
      pt: "Tire as redes dos escritórios e liste um a um os aparelhos que não autenticam.",
      es: "Quite las redes de oficinas y liste uno a uno los aparatos que no se autentican."),
    commands: ["postconf -e 'mynetworks=127.0.0.0/8 [::1]/128'", "postfix reload"])

  func judge(_ evidence: PostfixEvidence) throws(PreflightUnknown) -> PreflightJudgement {
    var asking: [ListenerService] = []
    for service in try evidence.listeners() {
      let relay = try evidence.words("smtpd_relay_restrictions", of: service)
      let recipient = try evidence.words("smtpd_recipient_restrictions", of: service)
      if (relay + recipient).contains("permit_mynetworks") { asking.append(service) }
    }
    if asking.isEmpty {
      return PreflightJudgement(
        .pass,
        TranslatedText(
          "No service asks for mynetworks.", pt: "Nenhum serviço consulta mynetworks.",
          es: "Ningún servicio consulta mynetworks."))
    }
    // A service may have networks of its own (`-o mynetworks=127.0.0.0/8` behind a content filter): each is judged by its own.
    var listsOfServices: [(list: [String], services: [ListenerService])] = []
    var unknown: (services: [ListenerService], reason: PreflightUnknown)?
    for service in asking {
      do throws(PreflightUnknown) {
        let entries = PostfixEvidence.words(try evidence.value("mynetworks", of: service))
        // `!192.0.2.1` takes an address out; what is no address is a table, whose content is not known here.
        let far = entries.filter { !$0.hasPrefix("!") && !TrustedNetwork.isLoopback($0) }
        if far.isEmpty { continue }
        if let place = listsOfServices.firstIndex(where: { $0.list == far }) {
          listsOfServices[place].services.append(service)
        } else {
          listsOfServices.append((far, [service]))
        }
      } catch {
        unknown = ((unknown?.services ?? []) + [service], error)
      }
    }
    if listsOfServices.isEmpty {
      if let unknown { throw unknown.reason }
      return PreflightJudgement(
        .pass,
        TranslatedText("This machine alone.", pt: "Só esta máquina.", es: "Solo esta máquina."))
    }
    var parts = listsOfServices.map { far, services in
      let list = far.prefix(20).joined(separator: ", ") + (far.count > 20 ? ", … (\(far.count))" : "")
      let names = PF10TrustedNetworks.list(services)
      return TranslatedText(
        "Without a login on \(names): \(list)", pt: "Sem autenticar em \(names): \(list)",
        es: "Sin autenticarse en \(names): \(list)")
    }
    if let unknown {
      let names = PF10TrustedNetworks.list(unknown.services)
      parts.append(
        TranslatedText("Not known for \(names).", pt: "Desconhecido para \(names).", es: "Desconocido para \(names)."))
    }
    let hasRange = listsOfServices.contains { $0.list.contains { TrustedNetwork($0).map { !$0.isSingle } ?? false } }
    // The lists stand one behind the other, a full stop between them.
    var detail = parts[0]
    for part in parts.dropFirst() { detail = detail.completed(TranslatedText(verbatim: ". ")).completed(part) }
    return PreflightJudgement(hasRange ? .fail : .warn, detail)
  }
}
