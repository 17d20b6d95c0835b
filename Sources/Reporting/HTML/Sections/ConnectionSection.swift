import MailModel

/// How well connection records fitted, and what they were.
enum ConnectionSection {
  static let template = """
    {{#any}}<section id="connections">
    <h2>{{t.connectionsTitle}}</h2>
    {{#sentences}}<p>{{text}}</p>
    {{/sentences}}
    {{#anySources}}<details><summary>{{t.file}}</summary><table class="mini"><thead><tr><th>{{t.file}}</th><th>{{t.format}}</th><th class="n">{{t.lines}}</th><th class="n">{{t.events}}</th></tr></thead><tbody>
    {{#sources}}<tr><td><code>{{path}}</code></td><td>{{format}}</td><td class="n">{{lines}}</td><td class="n">{{events}}</td></tr>
    {{/sources}}
    </tbody></table></details>{{/anySources}}
    </section>{{/any}}

    """

  static func make(_ page: HTMLPage) -> HTMLSection {
    guard let report = page.model.connections else { return page.section(template, ["any": .flag(false)]) }
    return page.section(
      template,
      [
        "any": .flag(true),
        "sentences": .rows(
          ConnectionWording(report, page.wording).sentences.map { HTMLContext(["text": .text($0)]) }),
        "anySources": .flag(!report.sources.isEmpty),
        "sources": .rows(
          report.sources.map { source in
            HTMLContext([
              "path": .text(source.path), "format": .text(source.format),
              "lines": .text(page.wording.number(source.lines)), "events": .text(page.wording.number(source.events)),
            ])
          }),
      ])
  }
}
