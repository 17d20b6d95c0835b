import MailModel

/// Three charts that need no script: submissions per day, readiness, addresses.
enum ChartSection {
  static let template = """
    <section id="charts">
    <h2>{{t.charts}}</h2>
    <div class="charts">
    {{#daily}}<figure class="card wide">
    <figcaption>{{title}}</figcaption>
    {{^drawn}}<p class="small">{{t.chartEmpty}}</p>{{/drawn}}{{#drawn}}
    <div class="plot">
    <div class="axis" aria-hidden="true"><span>{{top}}</span><span>{{middle}}</span><span>0</span></div>
    <svg width="100%" height="200" role="img" aria-label="{{title}}">
    <line x1="0" x2="100%" y1="0.5" y2="0.5" class="grid"/><line x1="0" x2="100%" y1="100" y2="100" class="grid"/><line x1="0" x2="100%" y1="199.5" y2="199.5" class="grid"/>
    {{#bars}}<rect x="{{x}}" y="{{y}}" width="{{width}}" height="{{height}}" {{>fill}}><title>{{label}}</title></rect>
    {{/bars}}
    </svg>
    <div class="ticks{{#few}} few{{/few}}" aria-hidden="true">{{#ticks}}<span>{{text}}</span>{{/ticks}}</div>
    </div>
    <p class="small">{{note}}</p>
    <ul class="legend">
    {{#legend}}<li><svg width="14" height="14" aria-hidden="true"><rect width="14" height="14" {{>fill}}/></svg><a href="#users" data-show="{{show}}">{{label}}</a> <strong>{{number}}</strong></li>
    {{/legend}}
    </ul>
    <details><summary>{{t.chartNumbers}}</summary>
    <div class="scroll"><table><thead><tr><th>{{t.day}}</th>{{#heads}}<th class="n">{{text}}</th>{{/heads}}</tr></thead><tbody>
    {{#numbers}}<tr><td class="when">{{day}}</td>{{#cells}}<td class="n">{{text}}</td>{{/cells}}</tr>
    {{/numbers}}
    </tbody></table></div></details>{{/drawn}}
    </figure>
    {{/daily}}
    <div class="stack"><figure class="card">
    <figcaption>{{t.chartReadiness}}</figcaption>
    <svg width="100%" height="34" role="img" aria-label="{{t.chartReadiness}}">
    <rect width="100%" height="34" class="f-track"/>
    {{#readiness}}<rect x="{{x}}" width="{{width}}" height="34" {{>fill}}><title>{{label}}: {{number}}</title></rect>
    {{/readiness}}
    </svg>
    <ul class="legend">
    {{#readiness}}<li><svg width="14" height="14" aria-hidden="true"><rect width="14" height="14" {{>fill}}/></svg><a href="#users" data-show="{{show}}">{{label}}</a> <strong>{{number}}</strong> <span class="small">{{share}}</span></li>
    {{/readiness}}
    </ul>
    </figure>
    <figure class="card">
    <figcaption>{{t.portEvidenceHeading}}</figcaption>
    <ul class="legend">
    {{#known}}<li><a href="#evidence">{{label}}</a> <strong>{{number}}</strong></li>
    {{/known}}
    </ul>
    </figure>
    </div>
    <figure class="card">
    <figcaption>{{t.chartAddresses}}</figcaption>
    {{^anyTop}}<p class="small">{{t.chartEmpty}}</p>{{/anyTop}}
    <ul class="ranks">
    {{#top}}<li><div><a href="#{{link}}">{{address}}</a><strong>{{number}}</strong></div>
    <svg width="100%" height="10" aria-hidden="true"><rect width="100%" height="10" class="f-track"/>{{#parts}}<rect x="{{x}}" width="{{width}}" height="10" {{>fill}}/>{{/parts}}</svg></li>
    {{/top}}
    </ul>
    </figure>
    </div>
    </section>

    """

  private static let topAddresses = 8

  static func make(_ page: HTMLPage) -> HTMLSection {
    let top = topRows(page)
    let fill = #"{{#hatched}}fill="url(#p-{{fill}})"{{/hatched}}{{^hatched}}class="f-{{fill}}"{{/hatched}}"#
    return page.section(
      template.replacing("{{>fill}}", with: fill),
      [
        "daily": .part(DailyChart(page).context()), "readiness": .rows(readinessRows(page)),
        "anyTop": .flag(!top.isEmpty), "top": .rows(top), "known": .rows(knownRows(page)),
      ])
  }

  private static func readinessRows(_ page: HTMLPage) -> [HTMLContext] {
    var order: [Readiness?] = [.blocked, .notReady, .moving, .unknown, .ready]
    if page.figures.users(in: nil) > 0 { order.append(nil) }
    let whole = order.reduce(0) { $0 + page.figures.users(in: $1) }
    var before = 0
    return order.map { readiness in
      let count = page.figures.users(in: readiness)
      let fill = readiness.map { ChartFill.name($0) } ?? ChartFill.name(PortRole.submissions)
      defer { before += count }
      return HTMLContext([
        "x": .text(Percent.length(before, of: whole)), "width": .text(Percent.length(count, of: whole)),
        "fill": .text(fill), "hatched": .flag(ChartFill.isHatched(fill)),
        "label": .text(page.wording.name(readiness)), "number": .text(page.wording.number(count)),
        "share": .text(Percent.words(count, of: whole, page.wording.language)),
        "show": .text(readiness?.rawValue ?? UserStanding.unseen.rawValue),
      ])
    }
  }

  private static func topRows(_ page: HTMLPage) -> [HTMLContext] {
    let totals = page.addresses.map { $0.ports.values.reduce(0) { $0 + $1.messages } }
    let rows = zip(page.addresses, totals).filter { $0.1 > 0 }.prefix(topAddresses)
    let most = rows.map(\.1).max() ?? 0
    return rows.map { address, total in
      var before = 0
      let parts = PortRole.allCases.compactMap { role -> HTMLContext? in
        let count = page.figures.sum(address.ports, role).messages
        defer { before += count }
        guard count > 0 else { return nil }
        return HTMLContext([
          "x": .text(Percent.length(before, of: most)), "width": .text(Percent.length(count, of: most)),
          "fill": .text(ChartFill.name(role)), "hatched": .flag(ChartFill.isHatched(ChartFill.name(role))),
        ])
      }
      return HTMLContext([
        "link": .text(page.anchor(address: address.address) ?? "addresses"), "address": .text(address.address),
        "number": .text(page.wording.number(total)), "parts": .rows(parts),
      ])
    }
  }

  private static func knownRows(_ page: HTMLPage) -> [HTMLContext] {
    let known = PortEvidence.allCases.compactMap { evidence in
      page.model.totals.byPortEvidence[evidence.rawValue].map { (evidence, $0) }
    }
    return known.filter { $0.1 > 0 }.map { evidence, count in
      HTMLContext([
        "label": .text(page.wording.book.name(evidence)), "number": .text(page.wording.counted(.sessions, count)),
      ])
    }
  }
}
