import MailModel

/// What the reader must know before believing the numbers, and the files that were not read.
enum WarningSection {
  static let template = """
    {{#any}}<section class="notes" id="warnings">
    <h2>{{t.warnings}}</h2>
    <ul>
    {{#warnings}}<li>{{text}}</li>
    {{/warnings}}
    </ul>
    {{#anySkipped}}<details><summary>{{t.skippedFiles}} ({{skippedCount}})</summary>
    <table class="mini"><thead><tr><th>{{t.file}}</th><th>{{t.reason}}</th></tr></thead><tbody>
    {{#skipped}}<tr><td><code>{{path}}</code></td><td>{{reason}}</td></tr>
    {{/skipped}}
    </tbody></table></details>{{/anySkipped}}
    </section>{{/any}}

    """

  static func make(_ page: HTMLPage) -> HTMLSection {
    let model = page.model
    let warnings = Verdict.unsaid(model)
    return page.section(
      template,
      [
        "any": .flag(!warnings.isEmpty || !model.skipped.isEmpty),
        "warnings": .rows(warnings.map { HTMLContext(["text": .text(page.wording.warning($0))]) }),
        "anySkipped": .flag(!model.skipped.isEmpty), "skippedCount": .text(page.wording.number(model.skipped.count)),
        "skipped": .rows(
          model.skipped.map { HTMLContext(["path": .text($0.path), "reason": .text($0.reason)]) }),
      ])
  }
}
