public import MailModel
import Mustache

/// A probe's result as one page that needs nothing else.
public enum ProbePage {
  private static let style = "\n\(ReportStyle.text)\(TableStyle.text)"
  private static let policy = [
    "default-src 'none'", "style-src 'sha256-\(SHA256.base64(of: style))'", "base-uri 'none'", "form-action 'none'",
  ].joined(separator: "; ")

  private static let template = """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="{{policy}}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="referrer" content="no-referrer">
    <meta name="robots" content="noindex, nofollow">
    <title>Probe of the mail ports</title>
    <style>{{{style}}}</style>
    </head>
    <body>
    <div class="page">
    <header><h1>Probe of the mail ports</h1>
    <p class="meta">{{made}}</p></header>
    <main>
    <div class="verdict {{tone}}"><p class="kicker">Before users are told to move</p><h2>{{verdict}}</h2></div>
    {{#hosts}}<section><h2>{{host}}</h2>
    <div class="scroll"><table>
    <thead><tr><th scope="col">Address</th><th scope="col" class="n">Port</th><th scope="col">Mode</th><th scope="col">State</th><th scope="col">Greeting</th><th scope="col">TLS</th><th scope="col">Certificate</th><th scope="col">Name</th></tr></thead>
    <tbody>
    {{#targets}}<tr><td class="id">{{address}}</td><td class="n">{{port}}</td><td>{{mode}}</td><td>{{state}}</td><td><code>{{greeting}}</code></td><td>{{tls}}</td><td>{{certificate}}</td><td>{{name}}</td></tr>
    {{/targets}}
    </tbody></table></div>
    {{#targets}}<section><h3>{{address}} port {{port}}</h3>
    {{#any}}<div class="scroll"><table>
    <thead><tr><th scope="col">Check</th><th scope="col">Verdict</th><th scope="col">Severity</th><th scope="col">What was seen</th><th scope="col">What to do</th></tr></thead>
    <tbody>
    {{#checks}}<tr><td class="id">{{id}} {{title}}<span class="kind">{{rule}}</span></td><td><span class="state {{look}}">{{verdict}}</span></td><td>{{severity}}</td><td>{{detail}}</td><td>{{remedy}}</td></tr>
    {{/checks}}
    </tbody></table></div>{{/any}}
    {{#quiet}}<p class="small">{{quiet}}</p>{{/quiet}}
    </section>
    {{/targets}}
    </section>
    {{/hosts}}
    </main>
    <footer>{{program}}</footer>
    </div>
    </body>
    </html>

    """

  /// The page in UTF-8; `program` names what made it.
  public static func render(_ result: ProbeResult, program: String) throws(RenderError) -> [UInt8] {
    let hosts = ProbeSummary.hosts(result).map { host in
      HTMLContext([
        "host": .text(host), "targets": .rows(result.targets.filter { $0.host == host }.map(target)),
      ])
    }
    let context = HTMLContext([
      "policy": .text(policy), "style": .markup(style), "made": .text("\(result.generatedAt)"),
      "tone": .text(result.ready ? "good" : "bad"), "verdict": .text(ProbeSummary.verdict(result)),
      "hosts": .rows(hosts), "program": .text(program),
    ])
    do {
      return Array(try MustacheTemplate(string: template).render(context).utf8)
    } catch {
      throw .template("\(error)")
    }
  }

  private static func target(_ target: ProbedTarget) -> HTMLContext {
    let certificate = target.tls?.certificate
    let shown = target.checks.filter { $0.verdict != .notRun }
    let unasked = target.checks.filter { $0.verdict == .notRun }.map { "\($0.id) (\($0.detail))" }
    return HTMLContext([
      "address": .text(target.address ?? target.host), "port": .text("\(target.port)"),
      "mode": .text(target.mode.rawValue), "state": .text(target.reachability.rawValue),
      "greeting": .text(target.greeting ?? ""),
      "tls": .text([target.tls?.version, target.tls?.cipher].compactMap { $0 }.joined(separator: " ")),
      "certificate": .text(certificate.map { "\($0.trust.rawValue), until \($0.notAfter)" } ?? ""),
      "name": .text(certificate.map { $0.nameMatches ? "matches" : "differs" } ?? ""), "any": .flag(!shown.isEmpty),
      "checks": .rows(shown.map(check)),
      "quiet": unasked.isEmpty ? .flag(false) : .text("Not asked: \(unasked.joined(separator: "; "))"),
    ])
  }

  private static func check(_ check: ProbeCheck) -> HTMLContext {
    let look =
      switch check.verdict {
      case .pass: "ready"
      case .fail: "blocked"
      case .warn: "moving"
      case .notRun, .pushedBack: "unknown"
      }
    return HTMLContext([
      "id": .text(check.id), "title": .text(check.title), "rule": .text(check.rule), "look": .text(look),
      "verdict": .text(check.verdict.rawValue), "severity": .text(check.severity.rawValue),
      "detail": .text(check.detail), "remedy": .text(check.remedy ?? ""),
    ])
  }
}
