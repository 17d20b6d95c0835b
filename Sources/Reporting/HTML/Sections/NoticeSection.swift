import MailModel

/// What each round of notices has brought, in numbers; nothing where nobody was told.
enum NoticeSection {
  static let template = """
    {{#any}}<section id="notices">
    <h2>{{t.notices}}</h2>
    <p class="intro">{{t.noticesIntro}}</p>
    {{#campaigns}}<h3>{{title}}</h3>
    <div class="scroll"><table class="cards">
    <thead><tr><th scope="col">{{t.noticeRound}}</th>{{#heads}}<th scope="col" class="n">{{label}}</th>{{/heads}}</tr></thead>
    <tbody>
    {{#rows}}<tr><td class="id">{{name}}</td>{{#cells}}<td class="n" data-label="{{label}}">{{number}}</td>{{/cells}}</tr>
    {{/rows}}
    </tbody></table></div>
    {{/campaigns}}
    </section>

    {{/any}}
    """

  static func make(_ page: HTMLPage) -> HTMLSection {
    let campaigns = page.model.notices?.campaigns ?? []
    return page.section(
      template, ["any": .flag(!campaigns.isEmpty), "campaigns": .rows(campaigns.map { campaign($0, page.wording) })])
  }

  private static func campaign(_ campaign: NoticeCampaignReport, _ wording: Wording) -> HTMLContext {
    let columns = NoticeFigure.all.map { ($0, wording.text($0.label)) }
    func row(_ name: String, _ number: (NoticeFigure) -> Int) -> HTMLContext {
      HTMLContext([
        "name": .text(name),
        "cells": .rows(
          columns.map { figure, label in
            HTMLContext(["label": .text(label), "number": .text(wording.number(number(figure)))])
          }),
      ])
    }
    var rows = campaign.rounds.map { round in
      row("\(wording.text(.noticeRound)) \(wording.number(round.round))") { $0.value(round) }
    }
    if campaign.rounds.count > 1 { rows.append(row(wording.text(.sum)) { campaign.sum($0.value) }) }
    return HTMLContext([
      "title": .text(wording.text(.noticesFor, ["day": wording.day(campaign.campaign)])),
      "heads": .rows(columns.map { HTMLContext(["label": .text($0.1)]) }), "rows": .rows(rows),
    ])
  }
}
