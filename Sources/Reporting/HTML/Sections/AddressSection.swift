import MailModel

/// The table of client addresses.
enum AddressSection {
  static let opening = """
    <section id="addresses" data-table>
    <h2>{{t.addresses}}</h2>
    <p class="intro">{{t.addressesIntro}}</p>
    <div class="controls" hidden>
    <label>{{t.search}} <input type="search" autocomplete="off"></label>
    <label>{{t.filter}} <select><option value="">{{t.all}}</option>{{#options}}<option value="{{value}}">{{text}}</option>{{/options}}</select></label>
    <output aria-live="polite" data-shown="{{t.shown}}"></output>
    </div>
    <div class="scroll"><table class="cards" data-sort-by="{{t.sortBy}}">
    <thead><tr><th scope="col" data-first="up">{{t.address}}</th><th scope="col">{{t.kind}}</th><th scope="col">{{t.usersColumn}}</th>{{#heads}}<th scope="col" class="n">{{text}}</th>{{/heads}}<th scope="col">{{t.lastSeen}}</th></tr></thead>
    <tbody>

    """

  static let rowTemplate = """
    {{#addresses}}<tr id="{{anchor}}" data-tags="{{tag}}"><td class="id" data-sort="{{place}}">{{address}}<span class="kind">{{helo}}</span>{{#marks}}<span class="kind">{{text}}</span>{{/marks}}{{#anyEvidence}}<details><summary>{{t.line}}</summary><ul class="lines" id="{{lines}}">{{#evidence}}<li>{{#linked}}<a href="#{{link}}"><code>{{text}}</code></a>{{/linked}}{{^linked}}<code>{{text}}</code>{{/linked}} {{about}}</li>{{/evidence}}</ul></details>{{/anyEvidence}}</td><td data-label="{{t.kind}}">{{kind}}</td><td class="full" data-label="{{t.usersColumn}}">{{#users}}{{#linked}}<a href="#{{link}}">{{local}}<wbr>{{domain}}</a>{{/linked}}{{^linked}}{{local}}<wbr>{{domain}}{{/linked}}<br>{{/users}}<small>{{moreUsers}}</small></td>{{#cells}}<td class="n{{#zero}} none{{/zero}}" data-label="{{label}}" data-sort="{{sort}}">{{#linked}}<a href="#{{link}}">{{text}}</a>{{/linked}}{{^linked}}{{text}}{{/linked}}</td>{{/cells}}<td class="when" data-label="{{t.lastSeen}}" data-sort="{{lastSort}}">{{last}}</td></tr>
    {{/addresses}}

    """

  static let closing = """
    </tbody></table></div>
    {{^any}}<p class="more">{{t.noRows}}</p>{{/any}}{{#anyMore}}<p class="more">{{more}}</p>{{/anyMore}}
    </section>

    """

  private static let usersShown = 4

  static func pieces(_ page: HTMLPage) -> [() -> HTMLSection] {
    let places = places(page.addresses.map(\.address))
    return [{ beginning(page) }]
      + page.pieces(page.addresses) { addresses in
        page.section(rowTemplate, ["addresses": .rows(addresses.map { row($0, places, page) })])
      } + [{ end(page) }]
  }

  /// The place of each address by its number, so that `.21` comes before `.201`; what is no address comes last.
  private static func places(_ addresses: [String]) -> [String: Int] {
    let numbered = addresses.map { (address: IPAddress($0), text: $0) }
    let sorted = numbered.sorted { left, right in
      guard let first = left.address, let second = right.address, first != second else {
        return (left.address == nil ? 1 : 0, left.text) < (right.address == nil ? 1 : 0, right.text)
      }
      return first < second
    }
    return Dictionary(sorted.enumerated().map { ($0.element.text, $0.offset) }) { first, _ in first }
  }

  private static func beginning(_ page: HTMLPage) -> HTMLSection {
    let options = AddressKind.allCases.map {
      HTMLContext(["value": .text($0.rawValue), "text": .text(page.wording.book.name($0))])
    }
    return page.section(
      opening, ["options": .rows(options), "heads": .rows(heads(page).map { HTMLContext(["text": .text($0)]) })])
  }

  private static func end(_ page: HTMLPage) -> HTMLSection {
    let more = page.model.addresses.count - page.addresses.count
    return page.section(
      closing,
      [
        "any": .flag(!page.addresses.isEmpty), "anyMore": .flag(more > 0),
        "more": .text(page.wording.counted(.moreAddresses, more)),
      ])
  }

  private static func heads(_ page: HTMLPage) -> [String] {
    let wording = page.wording
    return [
      "\(wording.text(.portColumn)) \(page.figures.legacyPorts.joined(separator: ", "))",
      wording.heading(.totalMessages), wording.heading(.totalSessions), wording.text(.refused),
      wording.text(.failedLogins),
      wording.text(.relays),
    ]
  }

  private static func row(_ address: AddressReport, _ places: [String: Int], _ page: HTMLPage) -> HTMLContext {
    let anchor = page.anchor(address: address.address) ?? ""
    let evidence = address.evidence ?? []
    // What users sent stands with them; what leads to none, with the lines of the address.
    let person = address.users.lazy.compactMap { page.anchor(user: $0) }.first
    let lines = evidence.isEmpty ? nil : "\(anchor)l"
    let numbers: [(Int, String?)] = [
      (page.figures.sum(address.ports, .legacy).messages, person ?? lines),
      (address.ports.values.reduce(0) { $0 + $1.messages }, person ?? lines), (address.sessions, nil),
      (address.refusals.values.reduce(0, +), lines), (address.failedLogins, lines),
      (address.unauthenticatedRelays, lines),
    ]
    let cells = zip(heads(page), numbers).map { label, cell in
      var context = page.link(
        cell.0 == 0 ? "–" : page.wording.number(cell.0), cell.0 == 0 ? nil : cell.1)
      context["label"] = .text(label)
      context["zero"] = .flag(cell.0 == 0)
      context["sort"] = .text("\(cell.0)")
      return context
    }
    let more = address.users.count - usersShown
    return HTMLContext([
      "anchor": .text(anchor), "lines": .text(lines ?? ""), "anyEvidence": .flag(!evidence.isEmpty),
      "evidence": .rows(evidence.map(page.evidence)), "tag": .text(address.kind.rawValue),
      "address": .text(address.address), "place": .text("\(places[address.address] ?? 0)"),
      "helo": .text(address.helo ?? ""),
      "marks": .rows(
        page.wording.marks(address.bypass, address.trusted == true ? .all : nil).map {
          HTMLContext(["text": .text($0)])
        }),
      "kind": .text(page.wording.book.name(address.kind)),
      "users": .rows(address.users.prefix(usersShown).map { user($0, page) }),
      "moreUsers": .text(more > 0 ? "+ \(page.wording.number(more))" : ""), "cells": .rows(cells),
      "last": .text(page.wording.time(address.lastAt)), "lastSort": .text("\(address.lastAt?.seconds ?? 0)"),
    ])
  }

  private static func user(_ identity: String, _ page: HTMLPage) -> HTMLContext {
    var context = page.link(identity, page.anchor(user: identity))
    let name = UserSection.split(identity)
    context["local"] = .text(String(name.local))
    context["domain"] = .text(String(name.domain))
    return context
  }
}
