public import MailModel

/// Makes the messages of a campaign.
public struct NoticeComposer: Sendable {
  /// How many devices a notice names.
  static let deviceLimit = 5

  let campaign: Campaign
  let templates: TemplateSet
  let now: Timestamp
  private let shared: [ClientKey: TemplateContext]
  /// Steps and note with everything filled in but the user.
  private let instructions: [ClientKey: (steps: [String], note: String?)]
  private static let user = "{{user}}"

  private struct ClientKey: Hashable {
    var language: Language
    var guess: ClientGuess
  }

  /// Takes the campaign and its texts; what is the same for many messages is made here, once.
  public init(campaign: Campaign, templates: TemplateSet, now: Timestamp) {
    self.campaign = campaign
    self.templates = templates
    self.now = now
    var shared: [ClientKey: TemplateContext] = [:]
    var instructions: [ClientKey: (steps: [String], note: String?)] = [:]
    for language in Language.allCases {
      for guess in ClientGuess.allCases {
        let key = ClientKey(language: language, guess: guess)
        let identifier = ClientChoice(guess).identifier
        shared[key] = Self.shared(campaign, templates, now, language, guess)
        guard let text = templates.client(identifier, language) else { continue }
        func plain(_ line: String) -> String {
          Markup.escape(OneLine.make(Self.fill(line, campaign, identifier), most: 1000))
        }
        let (starttls, tls) = (campaign.starttlsPort, campaign.tlsPort)
        instructions[key] = (
          text.steps.filter { $0.isShown(starttlsPort: starttls, tlsPort: tls) }.map { plain($0.text) },
          text.note.flatMap { ClientStep.names($0, starttls, tls) ? plain($0) : nil }
        )
      }
    }
    self.shared = shared
    self.instructions = instructions
  }

  /// The notice, or the thanks, that is due.
  public func compose(_ notice: PlannedNotice) -> ComposedMessage {
    compose(notice.kind, to: notice.recipient, round: notice.round, isFirst: notice.isFirst)
  }

  /// The notice, or the thanks, to one recipient; without `isFirst` the first round is the first one that reaches them.
  public func compose(
    _ kind: NoticeKind, to recipient: Recipient, round: Int, isFirst: Bool? = nil
  ) -> ComposedMessage {
    let isFirst = isFirst ?? (round == 1)
    let address = recipient.address.text
    let choice = ClientChoice(recipient.guess)
    let wording = recipient.language.wording
    var context = shared[ClientKey(language: recipient.language, guess: recipient.guess)] ?? TemplateContext()
    let userName = campaign.usesWholeAddress ? address : recipient.address.localPart
    context["account"] = .text(address)
    context["userName"] = .text(userName)
    context["first"] = .flag(isFirst)
    context["last"] = .flag(!isFirst && round >= campaign.maxRounds)
    context["reminder"] = .flag(!isFirst && round < campaign.maxRounds)
    for readiness in Readiness.allCases { context[readiness.rawValue] = .flag(readiness == recipient.readiness) }
    // Whoever is refused today needs no warning of what will come, whatever was used before and on which ports.
    let isRefused = recipient.isRefused || recipient.readiness == .blocked
    context["blocked"] = .flag(isRefused)
    context["refused"] = .flag(isRefused)
    context["noLogin"] = .flag(recipient.lacksLogin)
    let instructions = self.instructions[ClientKey(language: recipient.language, guess: recipient.guess)]
    let escapedName = Markup.escape(userName)
    context["clientSteps"] = .rows(
      (instructions?.steps ?? []).map {
        TemplateContext(["text": .prose(Self.replace([Self.user: escapedName], in: $0))])
      })
    context["clientNote"] = instructions?.note.map { .prose(Self.replace([Self.user: escapedName], in: $0)) }
    let further = Self.further(recipient, choice)
    if !further.isEmpty {
      context["hasOthers"] = .flag(true)
      context["others"] = .rows(
        Self.rows(further + choice.others.filter { !further.contains($0) }, templates, recipient.language))
    }
    let uses = recipient.uses
    let shown = uses.prefix(Self.deviceLimit)
    context["hasDevices"] = .flag(!shown.isEmpty)
    context["devices"] = .rows(
      shown.map { device in
        TemplateContext([
          "name": .text(OneLine.make(wording.name(device), most: 80)),
          "when": .text(
            device.lastAt.map { wording.moment(ClockReading($0, campaign.zone)) } ?? "—"),
          "address": .text(device.address), "perhaps": .flag(device.isUncertain && recipient.readiness != .unknown),
        ])
      })
    // With summer time between them, each of these times is of its own offset.
    let times = shown.compactMap(\.lastAt).sorted()
    if let first = times.first, let last = times.last {
      context["zone"] = .plain(Self.zone(campaign.zone.offsets(from: first, through: last)))
    }
    if uses.count > shown.count { context["more"] = .text("\(uses.count - shown.count)") }
    let optOut = campaign.optOutURL.map { url in
      Self.replace(
        [
          "{address}": ParameterText.percentEncoded(address),
          "{token}": MessageID.token(campaign: campaign.name, kind: .notice, recipient: address, round: 1),
        ], in: url)
    }
    context["optOut"] = optOut.map { .prose("<\($0)>") }
    let rendered = templates.render(kind, recipient.language, context)
    let messageID = messageID(kind, recipient, round)
    let head = MessageHead(
      from: campaign.from, to: recipient.address, replyTo: campaign.replyTo,
      subject: Self.capitalised(rendered.subject),
      date: now, messageID: messageID, language: recipient.language.tag, optOutURL: optOut)
    return ComposedMessage(
      messageID: messageID, subject: head.subject, client: choice.identifier,
      bytes: MessageWriter.write(
        head, plain: PlainPart.render(rendered.blocks),
        html: HTMLPart.render(rendered.blocks, title: head.subject, language: recipient.language.tag),
        attachments: kind == .notice ? campaign.profile.map { [$0] } ?? [] : []))
  }

  /// The Message-ID that a notice has, and will have whenever it is made again.
  public func messageID(_ kind: NoticeKind, _ recipient: Recipient, _ round: Int) -> String {
    MessageID.make(
      campaign: campaign.name, kind: kind, recipient: recipient.address.text, round: round,
      domain: campaign.from.address.domain)
  }

  /// Programs of the recipient's other devices.
  private static func further(_ recipient: Recipient, _ choice: ClientChoice) -> [String] {
    var further: [String] = []
    for device in recipient.devices where device.guess != recipient.guess && device.guess != .unknown {
      let identifier = ClientChoice(device.guess).identifier
      if identifier != choice.identifier, !further.contains(identifier) { further.append(identifier) }
    }
    return further
  }

  private static func rows(
    _ clients: [String], _ templates: TemplateSet, _ language: Language
  ) -> [TemplateContext] {
    clients.compactMap { templates.client($0, language) }
      .map { TemplateContext(["title": .plain($0.title), "path": .plain($0.path)]) }
  }

  /// What all messages of one language and one kind of client have in common.
  private static func shared(
    _ campaign: Campaign, _ templates: TemplateSet, _ now: Timestamp, _ language: Language, _ guess: ClientGuess
  ) -> TemplateContext {
    let wording = language.wording
    let choice = ClientChoice(guess)
    let text = templates.client(choice.identifier, language) ?? ClientText()
    let others = rows(choice.others, templates, language)
    let today = ClockReading(now, campaign.zone).date
    var values: [String: TemplateValue] = [
      "server": .plain(campaign.server), "starttls": .flag(campaign.starttlsPort != nil),
      "tls": .flag(campaign.tlsPort != nil),
      "both": .flag(campaign.starttlsPort != nil && campaign.tlsPort != nil),
      "cutover": .plain(wording.longDay(campaign.cutover)), "cutoverShort": .plain(wording.shortDay(campaign.cutover)),
      "past": .flag(campaign.cutover <= today), "contact": .plain(campaign.contact),
      "organisation": .plain(campaign.organisation), "profile": .flag(campaign.profile != nil),
      "person": .flag(!choice.isDevice), "device": .flag(choice.isDevice),
      "guessed": .flag(choice.isGuessed), "unverified": .flag(!text.isVerified && !choice.isDevice),
      "clientTitle": .plain(text.title), "clientPath": .plain(fill(text.path, campaign, choice.identifier)),
      "hasOthers": .flag(!others.isEmpty),
      "others": .rows(others),
      "zone": .plain(zone([campaign.zone.offset(atMoment: now)])),
    ]
    values["starttlsPort"] = campaign.starttlsPort.map { .plain("\($0)") }
    values["tlsPort"] = campaign.tlsPort.map { .plain("\($0)") }
    values["guide"] = campaign.guide.map { .prose("<\($0)>") }
    values["autoconfig"] = campaign.autoconfig.map { .prose("<\($0)>") }
    values["clientLink"] = text.link.map { .prose("<\($0)>") }
    values["errorText"] = campaign.refusalText.map { .plain($0) }
    return TemplateContext(values)
  }

  private static func fill(_ text: String, _ campaign: Campaign, _ client: String) -> String {
    let instructions = ClientRegistry.all.first { $0.identifier == client } ?? ClientRegistry.other
    var kind = instructions.preferred
    if kind == .starttls, campaign.starttlsPort == nil { kind = .implicit }
    if kind == .implicit, campaign.tlsPort == nil { kind = .starttls }
    let port = kind == .starttls ? campaign.starttlsPort : campaign.tlsPort
    return replace(
      [
        "{{server}}": campaign.server, "{{port}}": port.map { "\($0)" } ?? "",
        "{{security}}": instructions.labels[kind] ?? kind.rawValue,
        "{{starttlsPort}}": campaign.starttlsPort.map { "\($0)" } ?? "",
        "{{tlsPort}}": campaign.tlsPort.map { "\($0)" } ?? "",
      ], in: text)
  }

  /// Replaces each name from left to right; what was put in is not looked at again.
  static func replace(_ values: [String: String], in text: String) -> String {
    guard text.utf8.contains(0x7b) else { return text }
    var result = ""
    var rest = text[...]
    while let open = rest.utf8.firstIndex(of: 0x7b) {
      result += rest[..<open]
      rest = rest[open...]
      if let (name, value) = values.first(where: { rest.hasPrefix($0.key) }) {
        result += value
        rest = rest.dropFirst(name.count)
      } else {
        result += rest.prefix(1)
        rest = rest.dropFirst()
      }
    }
    return result + rest
  }

  private static func capitalised(_ subject: String) -> String {
    // An address keeps its letters: `ana@example.com is ready`.
    guard let word = subject.split(separator: " ").first, !word.contains("@") else { return subject }
    return subject.prefix(1).uppercased() + subject.dropFirst()
  }

  /// `UTC`, `UTC−3`, `UTC+2/+1`.
  private static func zone(_ offsets: [Int32]) -> String {
    if offsets == [0] { return "UTC" }
    let names = offsets.map { seconds in
      let size = Int(seconds.magnitude) / 60
      let rest = size % 60 == 0 ? "" : ":" + (size % 60 < 10 ? "0" : "") + "\(size % 60)"
      return "\(seconds < 0 ? "−" : "+")\(size / 60)\(rest)"
    }
    return "UTC" + names.joined(separator: "/")
  }
}
