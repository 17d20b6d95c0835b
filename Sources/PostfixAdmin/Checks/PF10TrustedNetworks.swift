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
    let entries = PostfixEvidence.words(try evidence.value("mynetworks", of: asking.first))
    // `!192.0.2.1` takes an address out; what is no address is a table, whose content is not known here.
    let far = entries.filter { !$0.hasPrefix("!") && !PF10TrustedNetworks.isLoopback($0) }
    if far.isEmpty {
      return PreflightJudgement(
        .pass,
        TranslatedText("This machine alone.", pt: "Só esta máquina.", es: "Solo esta máquina."))
    }
    let list = far.prefix(20).joined(separator: ", ") + (far.count > 20 ? ", … (\(far.count))" : "")
    let services = PF10TrustedNetworks.list(asking)
    return PreflightJudgement(
      far.contains { PF10TrustedNetworks.address($0) != nil && !PF10TrustedNetworks.isSingle($0) } ? .fail : .warn,
      TranslatedText(
        "Without a login on \(services): \(list)", pt: "Sem autenticar em \(services): \(list)",
        es: "Sin autenticarse en \(services): \(list)"))
  }

  /// `127.0.0.0/8`, `[::1]/128`, `[::ffff:127.0.0.0]/104`.
  private static func isLoopback(_ entry: String) -> Bool {
    let parts = entry.split(separator: "/", maxSplits: 1)
    guard let host = parts.first else { return true }
    let bare = host.filter { $0 != "[" && $0 != "]" }
    guard let address = IPAddress(bare), address.isLoopback else { return false }
    guard parts.count == 2 else { return true }
    guard let length = Int(parts[1]) else { return false }
    return bare.contains(":") ? length >= (address.isIPv4 ? 104 : 128) : length >= 8
  }

  private static func address(_ entry: String) -> IPAddress? {
    entry.split(separator: "/", maxSplits: 1).first.flatMap { IPAddress($0.filter { $0 != "[" && $0 != "]" }) }
  }

  private static func isSingle(_ entry: String) -> Bool {
    let parts = entry.split(separator: "/", maxSplits: 1)
    guard let host = parts.first, let address = IPAddress(host.filter { $0 != "[" && $0 != "]" }) else { return false }
    return parts.count == 1 || Int(parts[1]) == (host.contains(":") ? 128 : address.isIPv4 ? 32 : 128)
  }
}
