public import MailModel

/// Makes the one mail per run that the administrator gets.
public struct DigestComposer: Sendable {
  private let composer: NoticeComposer
  private let language: Language

  /// Takes what makes the notices, and the administrator's language.
  public init(composer: NoticeComposer, language: Language) {
    self.composer = composer
    self.language = language
  }

  /// The digest of a run.
  ///
  /// Its Message-ID stands for how things stand (`RecipientSelection.standing`), so that there is another digest only when
  /// something has changed.
  public func compose(
    _ plan: NoticePlan, exclusions: [Exclusion], standing: String, to administrator: NoticeAddress
  ) -> ComposedMessage {
    let wording = language.wording
    let campaign = composer.campaign
    let shared = exclusions.filter { $0.reason.isForAdministrator }
    let failures = plan.recipients.filter { $0.status == .failed || $0.status == .undeliverable }
    let context = TemplateContext([
      "cutover": .text(wording.longDay(campaign.cutover)), "cutoverShort": .text(wording.shortDay(campaign.cutover)),
      "figures": .rows(
        PlanStatus.allCases.map {
          TemplateContext(["label": .text(wording.name($0)), "count": .text("\(plan.count($0))")])
        }),
      "hasShared": .flag(!shared.isEmpty), "hasFailures": .flag(!failures.isEmpty),
      "shared": .rows(
        shared.map { exclusion in
          TemplateContext([
            "identity": .text(exclusion.identity),
            "detail": .text(
              [wording.name(exclusion.readiness), wording.reason(exclusion.reason)].compactMap { $0 }
                .joined(separator: "; ")),
            "text": .text(
              exclusion.devices.prefix(20).map { "\(OneLine.make($0.name ?? "—", most: 60)) [\($0.address)]" }
                .joined(separator: ", ")),
          ])
        }),
      "failures": .rows(
        failures.map { TemplateContext(["identity": .text($0.identity), "detail": .text($0.reason ?? "")]) }),
    ])
    let rendered = composer.templates.render(.digest, language, context)
    let csv = PlanTable.csv(plan)
    let digits = Array("0123456789abcdef")
    let hash = String(
      SHA256.digest(Array(standing.utf8)).prefix(8).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    let messageID = MessageID.make(
      campaign: campaign.name + " " + hash, kind: .digest, recipient: administrator.text, round: 0,
      domain: campaign.from.address.domain)
    let head = MessageHead(
      from: campaign.from, to: administrator, replyTo: campaign.replyTo, subject: rendered.subject, date: composer.now,
      messageID: messageID, language: language.tag)
    return ComposedMessage(
      messageID: messageID, subject: rendered.subject, client: "",
      bytes: MessageWriter.write(
        head, plain: PlainPart.render(rendered.blocks),
        html: HTMLPart.render(rendered.blocks, title: rendered.subject, language: language.tag),
        attachments: [
          MessageAttachment(
            fileName: "notices-\(campaign.name).csv", mediaType: "text/csv; charset=utf-8", bytes: Array(csv.utf8))
        ]))
  }
}
