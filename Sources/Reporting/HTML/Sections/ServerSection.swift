import MailModel

/// Whether the server itself is ready: the ports as a probe found them, and what is to be put right.
enum ServerSection {
  static let template = """
    {{#any}}<section class="server" id="server">
    <h2>{{t.serverQuestion}}</h2>
    <div class="card {{tone}}">
    <p class="lead"><span class="sign" aria-hidden="true">{{sign}}</span> {{headline}}</p>
    {{#way}}<p>{{text}}</p>
    {{/way}}
    {{#times}}<p class="small">{{text}}</p>
    {{/times}}
    </div>
    {{#probed}}<div class="scroll"><table class="cards">
    <thead><tr><th scope="col">{{t.serverHost}}</th><th scope="col">{{t.serverPort}}</th><th scope="col">{{t.serverState}}</th><th scope="col">{{t.serverTLS}}</th><th scope="col">{{t.serverCertificate}}</th><th scope="col">{{t.serverChecks}}</th></tr></thead>
    <tbody>
    {{#ports}}<tr><th scope="row" class="id">{{host}}<span class="kind">{{address}}</span></th><td data-label="{{t.serverPort}}">{{port}}</td><td data-label="{{t.serverState}}">{{state}}</td><td data-label="{{t.serverTLS}}">{{tls}}</td><td data-label="{{t.serverCertificate}}">{{certificate}}</td><td data-label="{{t.serverChecks}}"><span class="state {{look}}">{{checks}}</span></td></tr>
    {{/ports}}
    </tbody></table></div>{{/probed}}
    {{#wrong}}<h3>{{t.toPutRight}}</h3>
    <ul class="findings">
    {{#findings}}<li class="card"><p class="head"><span class="state {{look}}">{{verdict}}</span> <strong>{{id}} {{title}}</strong> <span class="small">{{severity}} · {{places}}</span></p>
    <p>{{detail}}</p>
    {{#remedied}}<p class="small">{{t.whatToDo}}: {{remedy}}</p>{{/remedied}}
    {{#inConsole}}<p class="small">{{t.consolePath}}: {{console}}</p>{{/inConsole}}
    {{#commands}}<pre>{{text}}</pre>{{/commands}}
    </li>
    {{/findings}}
    </ul>{{/wrong}}
    </section>{{/any}}

    """

  static func make(_ page: HTMLPage) -> HTMLSection {
    guard let server = page.model.server else { return page.section(template, ["any": .flag(false)]) }
    let answer = ServerAnswer(server, reportedAt: page.model.generatedAt, page.wording)
    let ports = server.probe?.ports ?? []
    let findings = ServerFindings.of(server)
    return page.section(
      template,
      [
        "any": .flag(true), "tone": .text(answer.tone.rawValue), "sign": .text(sign(answer.tone)),
        "headline": .text(answer.headline), "way": .rows(answer.way.map(line)), "times": .rows(answer.times.map(line)),
        "probed": .flag(!ports.isEmpty), "ports": .rows(ports.map { row($0, page) }),
        "wrong": .flag(!findings.isEmpty), "findings": .rows(findings.map { item($0, page) }),
      ])
  }

  private static func sign(_ tone: Verdict.Tone) -> String {
    switch tone {
    case .bad: "✕"
    case .attention: "!"
    case .good: "✓"
    }
  }

  private static func line(_ text: String) -> HTMLContext { HTMLContext(["text": .text(text)]) }

  private static func row(_ port: ServerPort, _ page: HTMLPage) -> HTMLContext {
    let wording = page.wording
    var certificate = "–"
    if let trust = port.trust {
      certificate = wording.text(
        .trustUntil, ["trust": wording.book.name(trust), "time": wording.day(port.certificateUntil)])
      if port.nameMatches == false { certificate += ", \(wording.text(.serverName)): \(wording.text(.nameDiffers))" }
    }
    let failed = port.findings.contains { $0.verdict == .fail }
    return HTMLContext([
      "host": .text(port.host), "address": .text(port.address ?? ""), "port": .text("\(port.port)"),
      "state": .text(wording.book.name(port.reachability)), "tls": .text(port.tlsVersion ?? "–"),
      "certificate": .text(certificate), "checks": .text(wording.checks(port)),
      "look": .text(failed ? "blocked" : port.findings.isEmpty ? "ready" : "moving"),
    ])
  }

  private static func item(_ entry: ServerFindings.Entry, _ page: HTMLPage) -> HTMLContext {
    let finding = entry.finding
    let console = finding.console.map {
      page.language == .brazilianPortuguese ? $0.brazilianPortuguese : $0.english
    }
    return HTMLContext([
      "id": .text(finding.id), "title": .text(page.wording.title(finding.id, finding.title)),
      "detail": .text(finding.detail),
      "verdict": .text(page.wording.book.name(finding.verdict)),
      "severity": .text(page.wording.book.name(finding.severity)),
      "places": .text(entry.places.joined(separator: ", ")),
      "look": .text(finding.verdict == .fail ? "blocked" : finding.verdict == .warn ? "moving" : "unknown"),
      "remedied": .flag(finding.remedy != nil), "remedy": .text(page.wording.remedy(finding.id, finding.remedy) ?? ""),
      "inConsole": .flag(console != nil), "console": .text(console ?? ""),
      // A line of its own for each, to be copied one by one.
      "commands": .rows((finding.command?.split(separator: "\n") ?? []).map { line(String($0)) }),
    ])
  }
}
