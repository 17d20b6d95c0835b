import MailModel

/// What to set on the server so that unknown ports become known, with the lines to type.
enum AdviceSection {
  static let template = """
    {{#any}}<section class="advice" id="advice">
    <h2>{{t.advice}}</h2>
    <p class="intro">{{t.adviceIntro}}</p>
    <div class="formats">
    {{#formats}}<div class="card">
    <h3>{{format}}: {{sessions}}</h3>
    {{#servers}}<p class="small">{{t.adviceSeenOn}}: {{text}}</p>{{/servers}}
    <ol>
    {{#remedies}}<li>{{action}}{{#settled}} <strong>{{settles}}</strong>{{/settled}}
    {{#anyCommands}}<pre>{{#commands}}{{text}}
    {{/commands}}</pre>{{/anyCommands}}
    {{#folded}}<details><summary>{{title}}</summary><pre>{{#commands}}{{text}}
    {{/commands}}</pre></details>{{/folded}}
    {{#configured}}<details><summary>{{t.adviceInConfiguration}}</summary><pre>{{#configuration}}{{text}}
    {{/configuration}}</pre></details>{{/configured}}
    </li>
    {{/remedies}}
    </ol>
    </div>
    {{/formats}}
    </div>
    </section>{{/any}}

    """

  /// Whether there is anything to advise.
  static func isNeeded(_ page: HTMLPage) -> Bool { page.model.portAdvice.contains { $0.unknownSessions > 0 } }

  static func make(_ page: HTMLPage) -> HTMLSection {
    let advice = page.model.portAdvice.filter { $0.unknownSessions > 0 }
    let formats = advice.map { entry in
      var context = HTMLContext([
        "format": .text(entry.format),
        "sessions": .text(page.wording.counted(.sessionsUnknown, entry.unknownSessions)),
        "remedies": .rows(
          entry.remedies.map { remedy in
            let configuration = RemedyCommands.configuration(for: remedy)
            let settles = entry.settles?[remedy.rawValue]
            var (shown, folded) = RecordingCommands.parts(entry.platform, page.model.policy, page.language)
            if remedy != .connectionLog { (shown, folded) = (RemedyCommands.lines(for: remedy), []) }
            return HTMLContext([
              "action": .text(page.wording.book.action(remedy)), "settled": .flag(settles ?? 0 > 0),
              "settles": .text(page.wording.counted(.remedySettles, settles ?? 0)),
              "anyCommands": .flag(!shown.isEmpty), "commands": .rows(lines(shown)),
              "folded": .rows(
                folded.map { HTMLContext(["title": .text($0.title), "commands": .rows(lines($0.lines))]) }),
              "configured": .flag(!configuration.isEmpty), "configuration": .rows(lines(configuration)),
            ])
          }),
      ])
      if !entry.servers.isEmpty { context["servers"] = .part(page.link(entry.servers.joined(separator: ", "), nil)) }
      return context
    }
    return page.section(template, ["any": .flag(!formats.isEmpty), "formats": .rows(formats)])
  }

  private static func lines(_ lines: [String]) -> [HTMLContext] {
    lines.map { HTMLContext(["text": .text($0)]) }
  }
}
