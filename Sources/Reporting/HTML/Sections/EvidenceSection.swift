import MailModel

/// For each user: ports, programs and the log lines that show it.
enum EvidenceSection {
  static let opening = """
    <section id="evidence">
    <h2>{{t.evidence}}</h2>
    <p class="intro">{{t.evidenceIntro}}</p>
    <div class="people">

    """

  static let rowTemplate = """
    {{#users}}<article id="{{anchor}}">
    <header><h3>{{identity}}</h3><span class="state {{state}}"><span aria-hidden="true">{{sign}}</span>{{readiness}}</span><span class="small">{{kind}}</span></header>
    {{#anyFacts}}<dl class="facts">{{#facts}}<div><dt>{{name}}</dt><dd>{{number}}</dd></div>{{/facts}}</dl>{{/anyFacts}}
    <div class="cols"><div>
    {{#anyPorts}}<table class="mini"><thead><tr><th>{{t.portColumn}}</th><th class="n">{{t.messagesSessions}}</th><th>{{t.firstSeen}}</th><th>{{t.lastSeen}}</th></tr></thead><tbody>{{#ports}}<tr><th scope="row">{{port}}</th><td class="n">{{messages}} · {{sessions}}</td><td>{{first}}</td><td>{{last}}</td></tr>{{/ports}}</tbody></table>{{/anyPorts}}
    {{#anyClients}}<h4>{{t.clients}}</h4><ul class="lines">{{#clients}}<li>{{#linked}}<a href="#{{link}}">{{text}}</a>{{/linked}}{{^linked}}{{text}}{{/linked}} {{about}}</li>{{/clients}}</ul>{{/anyClients}}
    </div><div>
    <h4>{{t.line}}</h4>
    <ul class="lines">{{#evidence}}<li>{{#linked}}<a href="#{{link}}"><code>{{text}}</code></a>{{/linked}}{{^linked}}<code>{{text}}</code>{{/linked}} {{about}}</li>{{/evidence}}{{^anyEvidence}}<li>{{t.noEvidence}}</li>{{/anyEvidence}}{{#more}}<li class="small">{{text}}</li>{{/more}}</ul>
    </div></div>
    </article>
    {{/users}}

    """

  static let closing = """
    {{^any}}<p class="more">{{t.noRows}}</p>{{/any}}
    </div>
    </section>

    """

  private static let evidenceLimit = 6
  private static let clientLimit = 8

  static func pieces(_ page: HTMLPage) -> [() -> HTMLSection] {
    [{ page.section(opening, [:]) }]
      + page.pieces(page.users) { users in page.section(rowTemplate, ["users": .rows(users.map { article($0, page) })])
      }
      + [{ page.section(closing, ["any": .flag(!page.users.isEmpty)]) }]
  }

  private static func article(_ user: UserReport, _ page: HTMLPage) -> HTMLContext {
    let wording = page.wording
    let more = user.evidence.count - evidenceLimit
    let rest = more > 0 ? [HTMLContext(["text": .text(wording.counted(.moreEvidence, more))])] : []
    let facts = facts(user, page)
    let isUnproven = page.figures.isUnproven(user)
    let state = isUnproven ? nil : page.figures.state(of: user)
    return HTMLContext([
      "anchor": .text(page.anchor(user: user.identity) ?? ""), "identity": .text(user.identity),
      "state": .text((state ?? .unknown).rawValue), "sign": .text(UserSection.sign(state)),
      "readiness": .text(isUnproven ? wording.text(.unproven) : wording.name(state)),
      "kind": .text(wording.book.name(user.kind)),
      "anyFacts": .flag(!facts.isEmpty), "facts": .rows(facts),
      "anyPorts": .flag(!user.ports.isEmpty), "ports": .rows(ports(user, page)),
      "anyClients": .flag(!user.clients.isEmpty),
      "clients": .rows(user.clients.prefix(clientLimit).map { client($0, page) }),
      "anyEvidence": .flag(!user.evidence.isEmpty),
      "evidence": .rows(user.evidence.prefix(evidenceLimit).map(page.evidence)), "more": .rows(rest),
    ])
  }

  private static func facts(_ user: UserReport, _ page: HTMLPage) -> [HTMLContext] {
    let wording = page.wording
    var facts: [(String, String)] = RefusalClass.allCases.compactMap { refusalClass in
      guard let count = user.refusals[refusalClass.rawValue], count > 0 else { return nil }
      return (wording.book.name(refusalClass), wording.number(count))
    }
    if let last = user.lastRefusedAt { facts.append((wording.text(.lastRefused), wording.time(last))) }
    if user.failedLogins > 0 { facts.append((wording.text(.failedLogins), wording.number(user.failedLogins))) }
    if user.plaintextLogins > 0 { facts.append((wording.text(.plaintextLogins), wording.number(user.plaintextLogins))) }
    if let senders = user.senders, senders > 1 {
      facts.append((wording.text(.senders), "≥ \(wording.number(senders))"))
    }
    return facts.map { HTMLContext(["name": .text($0.0), "number": .text($0.1)]) }
  }

  private static func ports(_ user: UserReport, _ page: HTMLPage) -> [HTMLContext] {
    page.figures.order.sorted(user.ports.keys).compactMap { key in
      user.ports[key].map { use in
        HTMLContext([
          "port": .text(page.wording.port(key)), "messages": .text(page.wording.number(use.messages)),
          "sessions": .text(page.wording.number(use.sessions)), "first": .text(page.wording.time(use.firstAt)),
          "last": .text(page.wording.time(use.lastAt)),
        ])
      }
    }
  }

  /// `198.51.100.7` with `PC-ANA · Windows computer (certainty: medium) · Port 25: 12`.
  private static func client(_ client: ClientReport, _ page: HTMLPage) -> HTMLContext {
    let wording = page.wording
    let guess = wording.book.name(client.guess)
    let certainty = "\(wording.text(.certainty)): \(wording.book.name(client.confidence))"
    let ports = page.figures.order.sorted(client.ports.keys).map { key in
      "\(wording.text(.portColumn)) \(wording.port(key)): \(wording.number(client.ports[key] ?? 0))"
    }
    let parts = [client.helo ?? "", client.guess == .unknown ? guess : "\(guess) (\(certainty))"] + ports
    var context = page.link(client.address, page.anchor(address: client.address))
    context["about"] = .text(parts.filter { !$0.isEmpty }.joined(separator: " · "))
    return context
  }
}
