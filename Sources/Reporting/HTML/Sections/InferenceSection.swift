import MailModel

/// Ports that were concluded, apart from everything that is sure.
enum InferenceSection {
  static let template = """
    {{#any}}<section id="inferred">
    <h2>{{t.inferredTitle}}</h2>
    <p class="intro">{{t.inferredIntro}} {{facts}}</p>
    <ul>
    {{#rules}}<li>{{text}}</li>
    {{/rules}}
    </ul>
    <p>{{undecided}}</p>
    {{#anyUsers}}<details><summary>{{t.users}}</summary><table class="mini"><thead><tr><th>{{t.user}}</th><th>{{t.portColumn}}</th><th>{{t.refusals}}</th></tr></thead><tbody>
    {{#users}}<tr><td class="id">{{identity}}</td><td>{{ports}}</td><td>{{refusals}}</td></tr>
    {{/users}}
    </tbody></table>{{#more}}<p class="more">{{text}}</p>{{/more}}</details>{{/anyUsers}}
    </section>{{/any}}

    """

  private static let userLimit = 500

  static func make(_ page: HTMLPage) -> HTMLSection {
    guard let report = page.model.inferred else { return page.section(template, ["any": .flag(false)]) }
    func table(_ counts: [String: Int]) -> String {
      let parts = page.figures.order.sorted(counts.keys).map { "\($0): \(page.wording.number(counts[$0] ?? 0))" }
      return parts.isEmpty ? "–" : parts.joined(separator: ", ")
    }
    let more = report.users.count - userLimit
    return page.section(
      template,
      [
        "any": .flag(true), "facts": .text(page.wording.facts(report)),
        "rules": .rows(report.rules.map { HTMLContext(["text": .text(page.wording.inferred($0))]) }),
        "undecided": .text(page.wording.counted(.inferredUndecided, report.undecided)),
        "anyUsers": .flag(!report.users.isEmpty),
        "users": .rows(
          report.users.prefix(userLimit).map { user in
            HTMLContext([
              "identity": .text(user.identity), "ports": .text(table(user.ports)),
              "refusals": .text(table(user.refusals)),
            ])
          }),
        "more": .rows(more > 0 ? [HTMLContext(["text": .text(page.wording.counted(.moreUsers, more))])] : []),
      ])
  }
}
