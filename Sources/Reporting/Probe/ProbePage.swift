public import MailModel

/// A probe's result as one page that needs nothing else.
public enum ProbePage {
  private static let template = """
    <p class="meta">{{made}}</p></header>
    <main>
    <div class="verdict {{tone}}"><p class="kicker">{{t.probeBeforeMove}}</p><h2>{{verdict}}</h2></div>
    {{#hosts}}<section><h2>{{host}}</h2>
    <div class="scroll"><table class="cards long">
    <thead><tr><th scope="col">{{t.serverAddress}}</th><th scope="col" class="n">{{t.serverPort}}</th><th scope="col">{{t.serverMode}}</th><th scope="col">{{t.serverState}}</th><th scope="col">{{t.serverGreeting}}</th><th scope="col">{{t.serverTLS}}</th><th scope="col">{{t.serverCertificate}}</th><th scope="col">{{t.serverName}}</th></tr></thead>
    <tbody>
    {{#targets}}<tr><td class="id">{{address}}</td><td class="n" data-label="{{t.serverPort}}">{{port}}</td><td data-label="{{t.serverMode}}">{{mode}}</td><td data-label="{{t.serverState}}">{{state}}</td><td class="full" data-label="{{t.serverGreeting}}">{{#greeted}}<code>{{greeting}}</code>{{/greeted}}</td><td class="full" data-label="{{t.serverTLS}}">{{tls}}</td><td data-label="{{t.serverCertificate}}">{{certificate}}</td><td data-label="{{t.serverName}}">{{name}}</td></tr>
    {{/targets}}
    </tbody></table></div>
    {{#targets}}<section><h3>{{place}}</h3>
    {{#any}}<div class="scroll"><table class="cards long">
    <thead><tr><th scope="col">{{t.serverCheck}}</th><th scope="col">{{t.serverVerdict}}</th><th scope="col">{{t.serverSeverity}}</th><th scope="col">{{t.serverSeen}}</th><th scope="col">{{t.whatToDo}}</th></tr></thead>
    <tbody>
    {{#checks}}<tr><td class="id">{{id}} {{title}}<span class="kind">{{rule}}</span></td><td><span class="state {{look}}">{{verdict}}</span></td><td>{{severity}}</td><td class="full">{{detail}}</td><td class="full" data-label="{{t.whatToDo}}">{{remedy}}</td></tr>
    {{/checks}}
    </tbody></table></div>{{/any}}
    {{#quiet}}<p class="small">{{quiet}}</p>{{/quiet}}
    </section>
    {{/targets}}
    </section>
    {{/hosts}}
    </main>

    """

  /// The page in UTF-8; `program` names what made it.
  public static func render(
    _ result: ProbeResult, program: String, options: ReportOptions = ReportOptions()
  ) throws(RenderError) -> [UInt8] {
    let wording = Wording(options)
    let phrases = HTMLContext(
      Dictionary(uniqueKeysWithValues: ServerPhrase.allCases.map { ($0.rawValue, .text(wording.text($0))) }))
    let hosts = ProbeSummary.hosts(result).map { host in
      HTMLContext([
        "host": .text(host),
        "targets": .rows(result.targets.filter { $0.host == host }.map { target($0, wording) }),
      ])
    }
    return try PlainPage.render(
      template,
      [
        "t": .part(phrases), "title": .text(wording.text(.probeTitle)), "language": .text(options.language.tag),
        "made": .text("\(wording.time(result.generatedAt)) \(wording.zone(at: result.generatedAt))"),
        "tone": .text(result.ready ? "good" : "bad"), "verdict": .text(wording.verdict(result)),
        "hosts": .rows(hosts), "program": .text(program),
      ])
  }

  private static func target(_ target: ProbedTarget, _ wording: Wording) -> HTMLContext {
    let certificate = target.tls?.certificate
    let address = target.address ?? target.host
    let shown = target.checks.filter { $0.verdict != .notRun }
    let unasked = target.checks.filter { $0.verdict == .notRun }.map { "\($0.id) (\($0.detail))" }
    return HTMLContext([
      "address": .text(address), "port": .text("\(target.port)"),
      "place": .text(wording.text(.portOf, ["address": address, "port": "\(target.port)"])),
      "mode": .text(target.mode.rawValue), "state": .text(wording.book.name(target.reachability)),
      "greeted": .flag(target.greeting != nil), "greeting": .text(target.greeting ?? ""),
      "tls": .text([target.tls?.version, target.tls?.cipher].compactMap { $0 }.joined(separator: " ")),
      "certificate": .text(
        certificate.map {
          wording.text(.trustUntil, ["trust": wording.book.name($0.trust), "time": wording.time($0.notAfter)])
        } ?? ""),
      "name": .text(certificate.map { wording.text($0.nameMatches ? .nameMatches : .nameDiffers) } ?? ""),
      "any": .flag(!shown.isEmpty), "checks": .rows(shown.map { check($0, wording) }),
      "quiet": unasked.isEmpty
        ? .flag(false) : .text(wording.text(.probeNotAsked, ["checks": unasked.joined(separator: "; ")])),
    ])
  }

  private static func check(_ check: ProbeCheck, _ wording: Wording) -> HTMLContext {
    let look =
      switch check.verdict {
      case .pass: "ready"
      case .fail: "blocked"
      case .warn: "moving"
      case .notRun, .pushedBack: "unknown"
      }
    return HTMLContext([
      "id": .text(check.id), "title": .text(wording.title(check.id, check.title)), "rule": .text(check.rule),
      "look": .text(look), "verdict": .text(wording.book.name(check.verdict)),
      "severity": .text(wording.book.name(check.severity)), "detail": .text(check.detail),
      "remedy": .text(wording.remedy(check.id, check.remedy) ?? ""),
    ])
  }
}
