import MailModel

/// Head of the document and of the page.
enum HeadSection {
  static let template = """
    <!DOCTYPE html>
    <html lang="{{language}}">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="{{policy}}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="referrer" content="no-referrer">
    <meta name="robots" content="noindex, nofollow">
    <meta name="format-detection" content="telephone=no">
    <title>{{t.title}}</title>
    <link rel="icon" href="{{icon}}">
    <style>{{{style}}}</style>{{#trend}}
    <style>{{{trendStyle}}}</style>{{/trend}}
    </head>
    <body>
    <a class="skip" href="#users">{{t.skipToUsers}}</a>
    <svg class="defs" width="0" height="0" aria-hidden="true">
    <defs>
    <pattern id="p-legacy" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="7" height="7" class="f-legacy"/><rect width="2" height="7" class="f-legacy2"/></pattern>
    <pattern id="p-unknown" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" class="f-unknown2"/><circle cx="3" cy="3" r="1.5" class="f-unknown"/></pattern>
    <pattern id="p-blocked" width="7" height="7" patternUnits="userSpaceOnUse"><rect width="7" height="7" class="f-blocked"/><path d="M0 0h7v1.5H0zM0 0h1.5v7H0z" class="f-blocked2"/></pattern>
    <pattern id="p-moving" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)"><rect width="7" height="7" class="f-moving"/><rect width="2.5" height="7" class="f-moving2"/></pattern>
    </defs>
    </svg>
    <div class="page" id="top">
    <header>
    <p class="label">{{t.personalData}}</p>
    <h1>{{t.title}}</h1>
    <p class="meta">{{t.period}}: {{period}}</p>
    <p class="meta">{{made}}</p>
    <p class="private">{{t.personalDataNote}}</p>
    <nav aria-label="{{t.contents}}"><ul>
    {{#server}}<li><a href="#server">{{t.serverQuestion}}</a></li>
    {{/server}}{{#advice}}<li><a href="#advice">{{t.advice}}</a></li>
    {{/advice}}{{#trend}}<li><a href="#trend">{{trendHeading}}</a></li>
    {{/trend}}<li><a href="#charts">{{t.charts}}</a></li>
    {{#notices}}<li><a href="#notices">{{t.notices}}</a></li>
    {{/notices}}<li><a href="#users">{{t.users}}</a></li>
    <li><a href="#addresses">{{t.addresses}}</a></li>
    <li><a href="#refusals">{{t.refusals}}</a></li>
    <li><a href="#sources">{{t.sources}}</a></li>
    <li><a href="#evidence">{{t.evidence}}</a></li>
    </ul></nav>
    </header>
    <main>

    """

  /// The icon of the page, an envelope without a single outside byte.
  private static let icon =
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect y='2' width='16' height='12' rx='2' fill='%230072b2'/%3E%3Cpath d='M1 4l7 5 7-5' fill='none' stroke='%23fff' stroke-width='1.5'/%3E%3C/svg%3E"

  static func make(_ page: HTMLPage) -> HTMLSection {
    let wording = page.wording
    let window = page.model.window
    var period = wording.text(.periodUnknown)
    if window.from != nil || window.to != nil {
      let values = ["from": wording.time(window.from), "to": wording.time(window.to)]
      period = wording.text(.periodFromTo, values) + " \(wording.zone(from: window.from, to: window.to))"
    }
    let made = wording.text(
      .madeBy,
      [
        "program": page.model.generator.name, "version": page.model.generator.version,
        "time": "\(wording.time(page.model.generatedAt)) \(wording.zone(at: page.model.generatedAt))",
      ])
    return page.section(
      template,
      [
        "language": .text(page.language.tag), "policy": .text(ContentPolicy.text(withTrend: page.model.trend != nil)),
        "icon": .text(icon),
        "style": .markup(ContentPolicy.style), "period": .text(period), "made": .text(made),
        "advice": .flag(AdviceSection.isNeeded(page)), "server": .flag(page.model.server != nil),
        "trend": .flag(page.model.trend != nil), "trendHeading": .text(wording.text(.trend)),
        "trendStyle": .markup(ContentPolicy.trendStyle),
        "notices": .flag(page.model.notices != nil),
      ])
  }
}
