import MailModel

/// The verdict in words, the numbers behind it, and the totals.
enum VerdictSection {
  static let template = """
    <section class="verdict {{tone}}" id="verdict">
    <p class="kicker">{{t.verdict}}</p>
    <h2><span class="sign" aria-hidden="true">{{sign}}</span> {{headline}}</h2>
    <p class="lead">{{conclusion}}</p>
    {{#details}}<p>{{text}}</p>
    {{/details}}
    <div class="tiles">
    {{#tiles}}<a class="tile" href="#users" data-show="{{show}}"><strong>{{number}}</strong><span>{{label}}</span></a>
    {{/tiles}}
    </div>
    </section>
    <ul class="totals" aria-label="{{t.totals}}">
    {{#totals}}<li><a href="#{{link}}"><strong>{{number}}</strong> {{label}}</a></li>
    {{/totals}}
    </ul>

    """

  static func make(_ page: HTMLPage) -> HTMLSection {
    let verdict = Verdict(page.figures, page.wording)
    let sign =
      switch verdict.tone {
      case .bad: "✕"
      case .attention: "!"
      case .good: "✓"
      }
    return page.section(
      template,
      [
        "tone": .text(verdict.tone.rawValue), "sign": .text(sign), "headline": .text(verdict.headline),
        "conclusion": .text(verdict.conclusion),
        "details": .rows(verdict.details.map { HTMLContext(["text": .text($0)]) }), "tiles": .rows(tiles(page)),
        "totals": .rows(totals(page)),
      ])
  }

  private static func tiles(_ page: HTMLPage) -> [HTMLContext] {
    let figures = page.figures
    let ports = ["ports": page.wording.ports(figures.legacyPorts)]
    return UserStanding.allCases.filter { shows($0, figures) }.map { standing in
      HTMLContext([
        "show": .text(standing.rawValue), "number": .text(page.wording.number(figures.users(standing))),
        "label": .text(page.wording.total(standing.tile, figures.users(standing), ports)),
      ])
    }
  }

  /// What few reports have takes no room in the others.
  private static func shows(_ standing: UserStanding, _ figures: ReportFigures) -> Bool {
    switch standing {
    case .onLegacy, .blocked, .onUnknown, .ready: true
    case .thrownBack, .relaying, .unseen: figures.users(standing) > 0
    }
  }

  private static func totals(_ page: HTMLPage) -> [HTMLContext] {
    let totals = page.model.totals
    let entries: [(Int, Phrase, String)] = [
      (totals.users, .totalUsers, "users"), (totals.messages, .totalMessages, "charts"),
      (totals.authenticatedSessions, .totalAuthenticated, "charts"), (totals.sessions, .totalSessions, "addresses"),
      (totals.addresses, .totalAddresses, "addresses"), (totals.refusals, .totalRefusals, "refusals"),
      (totals.failedLogins, .totalFailedLogins, "addresses"),
      (totals.plaintextLogins, .totalPlaintextLogins, "evidence"),
      (totals.unauthenticatedRelays, .totalRelays, "addresses"),
    ]
    return entries.map { number, label, link in
      HTMLContext([
        "number": .text(page.wording.number(number)), "label": .text(page.wording.total(label, number)),
        "link": .text(link),
      ])
    }
  }
}
