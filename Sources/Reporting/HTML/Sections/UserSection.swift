import MailModel

/// The table of users, most affected first.
enum UserSection {
  static let opening = """
    <section id="users" data-table>
    <h2>{{t.users}}</h2>
    <p class="intro">{{t.usersIntro}}{{#basis}} {{text}}{{/basis}}</p>
    <div class="controls" hidden>
    <label>{{t.search}} <input type="search" autocomplete="off"></label>
    <label>{{t.filter}} <select><option value="">{{t.all}}</option>{{#options}}<option value="{{value}}">{{text}}</option>{{/options}}</select></label>
    <output aria-live="polite" data-shown="{{t.shown}}"></output>
    </div>
    <div class="scroll"><table class="cards" data-sort-by="{{t.sortBy}}">
    <thead><tr><th scope="col">{{t.user}}</th><th scope="col">{{t.readiness}}</th>{{#heads}}<th scope="col" class="n">{{text}}</th>{{/heads}}<th scope="col" class="n">{{t.refused}}</th><th scope="col">{{t.lastOnLegacy}}</th><th scope="col">{{t.lastSeen}}</th></tr></thead>
    <tbody>

    """

  static let rowTemplate = """
    {{#users}}<tr data-tags="{{tags}}"><td class="id"><a href="#{{link}}">{{local}}<wbr>{{domain}}</a>{{#unproven}}<span class="kind">{{kind}}</span>{{/unproven}}{{#marks}}<span class="kind">{{text}}</span>{{/marks}}</td><td class="full" data-sort="{{weight}}"><span class="state {{state}}"><span aria-hidden="true">{{sign}}</span>{{readiness}}</span></td>{{#cells}}<td class="n{{#zero}} none{{/zero}}" data-label="{{label}}" data-sort="{{sort}}">{{#zero}}–{{/zero}}{{^zero}}<a href="#{{link}}">{{number}}</a>{{#beside}} <small>· {{small}}</small>{{/beside}}{{/zero}}</td>{{/cells}}{{#times}}<td class="when{{#zero}} none{{/zero}}" data-label="{{label}}" data-sort="{{sort}}">{{text}}</td>{{/times}}</tr>
    {{/users}}

    """

  static let closing = """
    </tbody></table></div>
    {{^any}}<p class="more">{{t.noRows}}</p>{{/any}}{{#anyMore}}<p class="more">{{more}}</p>{{/anyMore}}
    </section>

    """

  static func pieces(_ page: HTMLPage) -> [() -> HTMLSection] {
    [{ beginning(page) }]
      + page.pieces(page.users) { users in page.section(rowTemplate, ["users": .rows(users.map { row($0, page) })]) }
      + [{ end(page) }]
  }

  /// By how much they matter, least first.
  private static let states: [Readiness] = [.ready, .unknown, .moving, .notReady, .blocked]
  /// The tag of senders that anybody can have made up.
  private static let unproven = "unproven"

  private static func beginning(_ page: HTMLPage) -> HTMLSection {
    let book = page.wording.book
    let ports = page.wording.ports(page.figures.legacyPorts)
    let standings = UserStanding.allCases.filter { standing in
      switch standing {
      case .onLegacy: true
      // They are among the states.
      case .blocked, .ready: false
      case .onUnknown, .thrownBack, .relaying, .unseen: page.figures.users(standing) > 0
      }
    }
    let basis = page.wording.stateBasis(page.figures).map { HTMLContext(["text": .text($0)]) }
    let options =
      standings.map { ($0.rawValue, page.wording.text($0.tile, ["ports": ports])) }
      + states.reversed().map { ($0.rawValue, book.name($0)) }
      + (page.figures.unproven > 0 ? [(unproven, page.wording.text(.unproven))] : [])
      + roles(page).map { ("port-\($0.rawValue)", head($0, page)) }
    return page.section(
      opening,
      [
        "basis": .rows([basis].compactMap { $0 }),
        "options": .rows(options.map { HTMLContext(["value": .text($0.0), "text": .text($0.1)]) }),
        "heads": .rows(roles(page).map { HTMLContext(["text": .text(head($0, page))]) }),
      ])
  }

  private static func end(_ page: HTMLPage) -> HTMLSection {
    let more = page.figures.users.count - page.users.count
    return page.section(
      closing,
      [
        "any": .flag(!page.users.isEmpty), "anyMore": .flag(more > 0),
        "more": .text(page.wording.counted(.moreUsers, more)),
      ])
  }

  /// The sign that goes with a state, so that colour is not needed to tell states apart.
  static func sign(_ readiness: Readiness?) -> String {
    switch readiness {
    case .blocked: "✕"
    case .notReady: "●"
    case .moving: "◐"
    case .unknown: "?"
    case .ready: "✓"
    case nil: "–"
    }
  }

  /// The roles that have a column: `unknown` only when somebody's port is unknown.
  private static func roles(_ page: HTMLPage) -> [PortRole] {
    PortRole.allCases.filter { $0 != .unknown || page.figures.total(.unknown).sessions > 0 }
  }

  private static func head(_ role: PortRole, _ page: HTMLPage) -> String {
    let policy = page.model.policy
    let numbers =
      switch role {
      case .legacy: page.figures.legacyPorts
      case .submission: policy.submissionPorts.map(String.init)
      case .submissions: policy.submissionsPorts.map(String.init)
      case .unknown: [String]()
      }
    return numbers.isEmpty
      ? page.wording.text(.unknownPort) : "\(page.wording.text(.portColumn)) \(numbers.joined(separator: ", "))"
  }

  private static func row(_ user: UserReport, _ page: HTMLPage) -> HTMLContext {
    let anchor = page.anchor(user: user.identity) ?? "evidence"
    let counts = PortRole.allCases.map { ($0, page.figures.sum(user.ports, $0)) }
    let used = counts.filter { $0.1.sessions > 0 }.map(\.0)
    // A tag for each state, for each tile above and for each role of a port. Of what has a tile and a state, the tile counts.
    let (state, standing) = (page.figures.state(of: user), page.figures.standing(of: user))
    let isUnproven = page.figures.isUnproven(user)
    let tags =
      [standing?.rawValue, state == .blocked || state == .ready ? nil : state?.rawValue].compactMap { $0 }
      + (isUnproven ? [unproven] : [])
      + used.map { "port-\($0.rawValue)" }
    let refused = user.refusals.values.reduce(0, +)
    let cells =
      roles(page).map { role in
        let count = page.figures.sum(user.ports, role)
        return cell(head(role, page), count.messages, sessions: count.sessions, anchor, page)
      } + [cell(page.wording.text(.refused), refused, sessions: nil, anchor, page)]
    let lastLegacy = user.ports.filter { PortRole(key: $0.key, policy: page.model.policy) == .legacy }
    let ports = ["ports": page.wording.ports(page.figures.legacyPorts)]
    let name = split(user.identity)
    return HTMLContext([
      "tags": .text(tags.joined(separator: " ")), "link": .text(anchor), "local": .text(String(name.local)),
      "domain": .text(String(name.domain)),
      "unproven": .flag(user.kind != .authenticated), "kind": .text(page.wording.book.name(user.kind)),
      "marks": .rows(page.wording.marks(user.bypass, user.trusted).map { HTMLContext(["text": .text($0)]) }),
      "state": .text(isUnproven ? Readiness.unknown.rawValue : (state ?? .unknown).rawValue),
      "sign": .text(sign(isUnproven ? nil : state)),
      "weight": .text("\(isUnproven ? 0 : state.flatMap { states.firstIndex(of: $0) } ?? 0)"),
      "readiness": .text(isUnproven ? page.wording.text(.unproven) : page.wording.name(state)), "cells": .rows(cells),
      "times": .rows([
        time(page.wording.text(.lastOnLegacy, ports), lastLegacy.values.map(\.lastAt).max(), page),
        time(page.wording.text(.lastSeen), user.lastSeenAt, page),
      ]),
    ])
  }

  /// The identity in two, so that a narrow column breaks it before the `@` and not within a word.
  static func split(_ identity: String) -> (local: Substring, domain: Substring) {
    let at = identity.lastIndex(of: "@") ?? identity.endIndex
    return (identity[..<at], identity[at...])
  }

  private static func cell(
    _ label: String, _ number: Int, sessions: Int?, _ anchor: String, _ page: HTMLPage
  ) -> HTMLContext {
    HTMLContext([
      "label": .text(label), "zero": .flag(number == 0 && (sessions ?? 0) == 0), "sort": .text("\(number)"),
      "number": .text(page.wording.number(number)), "beside": .flag(sessions != nil), "link": .text(anchor),
      "small": .text(page.wording.number(sessions ?? 0)),
    ])
  }

  private static func time(_ label: String, _ time: Timestamp?, _ page: HTMLPage) -> HTMLContext {
    HTMLContext([
      "label": .text(label), "zero": .flag(time == nil), "sort": .text("\(time?.seconds ?? 0)"),
      "text": .text(page.wording.time(time)),
    ])
  }
}
