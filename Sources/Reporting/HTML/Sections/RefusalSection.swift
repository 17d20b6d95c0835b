import MailModel

/// Refusals by class, each class with a sentence that says what it means, each row with its log lines.
enum RefusalSection {
  static let template = """
    <section id="refusals">
    <h2>{{t.refusals}}</h2>
    <p class="intro">{{t.refusalsIntro}}</p>
    {{#classes}}<div class="refusal" id="{{anchor}}">
    <h3>{{name}} <span class="count">{{total}}</span></h3>
    <p class="intro">{{meaning}}</p>
    <div class="scroll"><table class="cards">
    <thead><tr><th scope="col">{{t.reply}}</th><th scope="col" class="n">{{t.count}}</th><th scope="col" class="n">{{t.identities}}</th><th scope="col" class="n">{{t.addresses}}</th><th scope="col">{{t.firstSeen}}</th><th scope="col">{{t.lastSeen}}</th><th scope="col">{{t.line}}</th></tr></thead>
    <tbody>
    {{#rows}}<tr id="{{anchor}}"><td class="id"><code>{{code}}</code> {{text}}</td><td class="n" data-label="{{t.count}}"><a href="#{{anchor}}l">{{count}}</a></td><td class="n" data-label="{{t.identities}}">{{identities}}</td><td class="n" data-label="{{t.addresses}}">{{addresses}}</td><td class="when" data-label="{{t.firstSeen}}">{{first}}</td><td class="when" data-label="{{t.lastSeen}}">{{last}}</td><td class="full" data-label="{{t.line}}"><ul class="lines" id="{{anchor}}l">{{#evidence}}<li title="{{about}}">{{#linked}}<a href="#{{link}}"><code>{{text}}</code></a>{{/linked}}{{^linked}}<code>{{text}}</code>{{/linked}}</li>{{/evidence}}{{#more}}<li class="small">{{text}}</li>{{/more}}</ul></td></tr>
    {{/rows}}
    </tbody></table></div>
    {{#anyMore}}<p class="more">{{moreRows}}</p>{{/anyMore}}
    </div>
    {{/classes}}
    {{^any}}<p class="more">{{t.noRows}}</p>{{/any}}
    </section>

    """

  private static let rowLimit = 50
  private static let evidenceLimit = 4

  static func make(_ page: HTMLPage) -> HTMLSection {
    let classes = RefusalClass.allCases.compactMap { refusalClass -> HTMLContext? in
      let rows = page.model.refusals.enumerated().filter { $0.element.refusalClass == refusalClass }
      guard !rows.isEmpty else { return nil }
      let sorted = rows.sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }
      let more = rows.count - rowLimit
      return HTMLContext([
        "anchor": .text("refusal-\(refusalClass.rawValue)"), "name": .text(page.wording.book.name(refusalClass)),
        "meaning": .text(page.wording.book.meaning(refusalClass)),
        "total": .text(page.wording.number(rows.reduce(0) { $0 + $1.element.count })),
        "rows": .rows(sorted.prefix(rowLimit).map { row($0.element, "r\($0.offset + 1)", page) }),
        "anyMore": .flag(more > 0), "moreRows": .text(page.wording.counted(.moreRefusals, more)),
      ])
    }
    return page.section(template, ["classes": .rows(classes), "any": .flag(!classes.isEmpty)])
  }

  private static func row(_ refusal: RefusalReport, _ anchor: String, _ page: HTMLPage) -> HTMLContext {
    let wording = page.wording
    let more = refusal.evidence.count - evidenceLimit
    let code = ["\(refusal.code)", refusal.enhancedCode ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
    let rest = more > 0 ? [HTMLContext(["text": .text(wording.counted(.moreEvidence, more))])] : []
    return HTMLContext([
      "anchor": .text(anchor), "code": .text(code), "text": .text(refusal.text),
      "count": .text(wording.number(refusal.count)), "identities": .text(wording.number(refusal.identities)),
      "addresses": .text(wording.number(refusal.addresses)), "first": .text(wording.time(refusal.firstAt)),
      "last": .text(wording.time(refusal.lastAt)),
      "evidence": .rows(refusal.evidence.prefix(evidenceLimit).map(page.evidence)), "more": .rows(rest),
    ])
  }
}
