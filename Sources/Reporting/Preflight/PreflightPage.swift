public import MailModel

/// A preflight as one page that needs nothing else.
public enum PreflightPage {
  private static let template = """
    <p class="meta">{{product}} · {{made}}</p></header>
    <main>
    <div class="verdict {{tone}}"><p class="kicker">{{heading}}</p><h2>{{conclusion}}</h2>
    <p class="lead">{{phase}}</p><p>{{phaseDetail}}</p><p><strong>{{nextTitle}}:</strong> {{next}}</p></div>
    {{#any}}<section><h2>{{openTitle}}</h2>
    <div class="scroll"><table class="cards long">
    <thead><tr><th scope="col">{{findingTitle}}</th><th scope="col">{{verdictTitle}}</th><th scope="col">{{severityTitle}}</th><th scope="col">{{foundTitle}}</th><th scope="col">{{toDoTitle}}</th></tr></thead>
    <tbody>
    {{#open}}<tr id="{{id}}"><td class="id">{{id}} {{title}}<span class="kind">{{before}}</span></td><td><span class="state {{look}}">{{verdict}}</span></td><td>{{severity}}</td><td class="full">{{detail}}<p class="small">{{why}}</p>{{#settings}}<code>{{name}}: {{value}}</code><br>{{/settings}}</td><td class="full" data-label="{{toDoTitle}}">{{#remedy}}{{advice}}{{#console}}<p class="small">en: {{english}}</p><p class="small">pt-BR: {{portuguese}}</p>{{/console}}{{#command}}<pre>{{text}}</pre>{{/command}}{{/remedy}}</td></tr>
    {{/open}}
    </tbody></table></div></section>{{/any}}
    {{#anyUnknown}}<section><h2>{{unknownTitle}}</h2>
    <div class="scroll"><table class="cards long"><tbody>
    {{#unknown}}<tr id="{{id}}"><td class="id">{{id}} {{title}}<span class="kind">{{severity}}, {{before}}</span></td><td class="full">{{detail}}</td><td class="full" data-label="{{toDoTitle}}">{{#remedy}}{{advice}}{{#console}}<p class="small">en: {{english}}</p><p class="small">pt-BR: {{portuguese}}</p>{{/console}}{{#command}}<pre>{{text}}</pre>{{/command}}{{/remedy}}</td></tr>
    {{/unknown}}
    </tbody></table></div></section>{{/anyUnknown}}
    {{#anyRight}}<section><h2>{{rightTitle}}</h2>
    <div class="scroll"><table class="cards long"><tbody>
    {{#right}}<tr id="{{id}}"><td class="id">{{id}} {{title}}<span class="kind">{{before}}</span></td><td class="full">{{detail}}</td></tr>
    {{/right}}
    </tbody></table></div></section>{{/anyRight}}
    <section><h2>{{sourcesTitle}}</h2>
    <ul>{{#sources}}<li><code>{{option}}</code> {{path}} {{notes}}</li>{{/sources}}</ul></section>
    </main>

    """

  /// The page in UTF-8.
  public static func render(_ report: PreflightReport) throws(RenderError) -> [UInt8] {
    let words = PreflightWords(language: report.language)
    let unknown = report.findings.filter { $0.verdict == .notRun }
    let right = report.findings.filter { $0.verdict == .pass }
    return try PlainPage.render(
      template,
      [
        "language": .text(report.language.tag),
        "title": .text(words.title), "product": .text(words.product(report)), "made": .text("\(report.generatedAt)"),
        "heading": .text(words.heading), "conclusion": .text(words.conclusion(report)),
        "tone": .text(!report.blockers.isEmpty ? "bad" : report.unjudged.isEmpty ? "good" : "attention"),
        "phase": .text(words.name(of: report.phase)), "phaseDetail": .text(report.phaseDetail),
        "nextTitle": .text(words.next), "next": .text(report.nextStep), "openTitle": .text(words.toLookAt),
        "findingTitle": .text(words.finding), "verdictTitle": .text(words.verdict),
        "severityTitle": .text(words.severity), "foundTitle": .text(words.found), "toDoTitle": .text(words.toDo),
        "unknownTitle": .text(words.notKnown), "rightTitle": .text(words.right), "sourcesTitle": .text(words.sources),
        "any": .flag(!report.open.isEmpty), "anyUnknown": .flag(!unknown.isEmpty), "anyRight": .flag(!right.isEmpty),
        "open": .rows(report.open.map { row($0, words) }), "unknown": .rows(unknown.map { row($0, words) }),
        "right": .rows(right.map { row($0, words) }),
        "sources": .rows(
          report.sources.map {
            HTMLContext([
              "option": .text("--\($0.option)"), "path": .text($0.path),
              "notes": .text($0.notes.joined(separator: " ")),
            ])
          }),
        "program": .text("\(report.generator.name) \(report.generator.version)"),
      ])
  }

  private static func row(_ finding: PreflightFinding, _ words: PreflightWords) -> HTMLContext {
    let look =
      switch finding.verdict {
      case .pass: "ready"
      case .fail: "blocked"
      case .warn: "moving"
      case .notRun: "unknown"
      }
    return HTMLContext([
      "id": .text(finding.id), "title": .text(finding.title), "before": .text(words.before(finding.phase)),
      "look": .text(look), "verdict": .text(words.name(of: finding.verdict)),
      "severity": .text(words.name(of: finding.severity)), "detail": .text(finding.detail), "why": .text(finding.why),
      "settings": .rows(
        finding.settings.map {
          HTMLContext(["name": .text($0.name), "value": .text($0.value ?? "(\(words.missing))")])
        }), "remedy": .rows(finding.remedy.map { [remedy($0)] } ?? []),
    ])
  }

  private static func remedy(_ remedy: PreflightRemedy) -> HTMLContext {
    HTMLContext([
      "advice": .text(remedy.advice),
      "console": .rows(
        remedy.console.map {
          [HTMLContext(["english": .text($0.english), "portuguese": .text($0.brazilianPortuguese)])]
        } ?? []),
      "command": .rows(
        (remedy.command?.split(separator: "\n") ?? []).map { HTMLContext(["text": .text(String($0))]) }),
    ])
  }
}
