import MailModel

/// What a state shows beyond one report: the cut-over, who is left, who moved, what breaks, in which order to switch.
enum TrendSection {
  static let template = """
    <section id="trend" class="trend">
    <h2>{{heading}}</h2>
    <p class="intro">{{intro}}</p>
    {{#verdict}}<div class="verdict cutover {{tone}}">
    <p class="kicker">{{on}}</p>
    <h3><span class="sign" aria-hidden="true">{{sign}}</span> {{headline}}</h3>
    {{#sentences}}<p>{{text}}</p>
    {{/sentences}}
    </div>
    {{/verdict}}
    <figure class="card">
    <figcaption>{{title}}</figcaption>
    {{#chart}}<div class="plot">
    <div class="axis" aria-hidden="true"><span>{{top}}</span><span>{{middle}}</span><span>0</span></div>
    <svg class="burn" width="100%" height="200" role="img" aria-label="{{alternative}}">
    <svg width="100%" height="200" viewBox="0 0 1000 200" preserveAspectRatio="none">{{#gaps}}<rect class="gap" x="{{x}}" width="{{width}}" height="200"><title>{{label}}</title></rect>{{/gaps}}</svg>
    <line x1="0" x2="100%" y1="0.5" y2="0.5" class="grid"/><line x1="0" x2="100%" y1="100" y2="100" class="grid"/><line x1="0" x2="100%" y1="199.5" y2="199.5" class="grid"/>
    <svg width="100%" height="200" viewBox="0 0 1000 200" preserveAspectRatio="none">
    {{#areas}}<polygon class="under" points="{{points}}"/>{{/areas}}
    {{#hasForecast}}<polyline class="ahead" points="{{forecast}}"/>{{/hasForecast}}
    {{#perhaps}}<polyline class="perhaps" points="{{points}}"/>{{/perhaps}}
    {{#lines}}<polyline class="left" points="{{points}}"/>{{/lines}}
    </svg>
    {{#hasCut}}<line x1="{{cut}}" x2="{{cut}}" y1="0" y2="200" class="cut"/><text x="{{cut}}" y="14" dx="{{cutShift}}" text-anchor="{{cutAnchor}}">{{cutLabel}}</text>{{/hasCut}}
    </svg>
    <div class="ticks" aria-hidden="true">{{#ticks}}<span>{{text}}</span>{{/ticks}}</div>
    </div>
    <ul class="legend">
    <li><svg class="key" width="26" height="10" aria-hidden="true"><line class="left" x1="1" x2="25" y1="5" y2="5"/></svg>{{users}}</li>
    {{#hasPerhaps}}<li><svg class="key" width="26" height="10" aria-hidden="true"><line class="perhaps" x1="2" x2="25" y1="5" y2="5"/></svg>{{unknown}}</li>
    {{/hasPerhaps}}{{#hasForecast}}<li><svg class="key" width="26" height="10" aria-hidden="true"><line class="ahead" x1="0" x2="26" y1="5" y2="5"/></svg>{{ahead}}</li>
    {{/hasForecast}}{{#hasCut}}<li><svg class="key" width="26" height="14" aria-hidden="true"><line class="cut" x1="13" x2="13" y1="0" y2="14"/></svg>{{cutLabel}}</li>
    {{/hasCut}}</ul>
    {{/chart}}
    <p class="said">{{now}} {{forecastSaid}}</p>
    {{#anyGaps}}<p class="small">{{gapsSaid}}</p>{{/anyGaps}}
    {{#chart}}<details><summary>{{t.chartNumbers}}</summary>
    <div class="scroll"><table><thead><tr><th>{{t.day}}</th><th class="n">{{withinSeven}}</th><th class="n">{{thatDay}}</th><th class="n">{{t.unknownPort}}</th></tr></thead><tbody>
    {{#numbers}}<tr><td class="when">{{day}}</td><td class="n">{{users}}</td><td class="n">{{that}}</td><td class="n">{{perhaps}}</td></tr>
    {{/numbers}}
    </tbody></table></div></details>{{/chart}}
    </figure>
    {{#movement}}<div class="card"><h3>{{heading}}</h3>
    <p class="small">{{windows}}</p>
    <div class="groups">
    {{#groups}}{{>group}}{{/groups}}
    </div>
    {{^any}}<p class="said">{{nobody}}</p>{{/any}}
    </div>
    {{/movement}}
    <div class="card"><h3>{{breaks}}</h3>
    {{^verdict}}<p class="small">{{basis}} {{share}}</p>
    {{/verdict}}<div class="groups">
    {{#broken}}{{>group}}{{/broken}}
    </div>
    {{^anyBroken}}<p class="said">{{nothing}}</p>{{/anyBroken}}
    </div>
    <div class="card"><h3>{{waves}}</h3>
    <p class="small">{{wavesIntro}}</p>
    <ol class="steps">
    {{#steps}}<li><div><span>{{label}}</span><strong>{{number}}</strong></div>
    <svg width="100%" height="8" aria-hidden="true"><rect width="100%" height="8" class="f-track"/><rect width="{{width}}" height="8" class="f-{{fill}}"/></svg></li>
    {{/steps}}
    </ol></div>
    </section>

    """

  private static let group = """
    <div><h4><strong>{{number}}</strong>{{name}}</h4>
    <ul class="who">
    {{#who}}<li>{{#linked}}<a href="#{{link}}"><b>{{text}}</b></a>{{/linked}}{{^linked}}<b>{{text}}</b>{{/linked}}<small>{{#about}}<span>{{text}}</span> {{/about}}</small></li>
    {{/who}}{{#anyMore}}<li class="more">{{more}}</li>{{/anyMore}}
    </ul></div>

    """

  /// More names are counted, and found in the CSV files.
  private static let most = 30

  static func make(_ page: HTMLPage, _ trend: TrendReport) -> HTMLSection {
    let words = TrendWords(trend, page.figures, page.wording)
    let chart = TrendChart(trend, words, page.wording)?.context()
    let broken = CutoverBreak.allCases.compactMap { kind in
      let users = trend.users(kind)
      return group(page.wording.heading(kind, users.count), users, .moreInWaves, page, words) {
        about($0, page, words, showsMessages: true)
      }
    }
    return page.section(
      template.replacing("{{>group}}", with: group),
      [
        "heading": .text(words.text(.trend)),
        "intro": .text(
          words.text(
            .trendIntro, ["from": page.wording.day(trend.days.from), "to": page.wording.day(trend.days.to)])),
        "verdict": .rows(verdict(page, trend, words)), "title": .text(words.text(.burnDown)),
        "chart": .rows([chart].compactMap { $0 }), "now": .text(words.burnDown), "forecastSaid": .text(words.forecast),
        "anyGaps": .flag(words.gaps != nil), "gapsSaid": .text(words.gaps ?? ""),
        "movement": .rows(movement(page, trend, words)), "breaks": .text(words.text(.breaks)),
        "basis": .text(words.basis), "share": .text(words.share), "broken": .rows(broken),
        "anyBroken": .flag(!broken.isEmpty), "nothing": .text(words.text(.breaksNobody)),
        "waves": .text(words.text(.waves)),
        "wavesIntro": .text(words.text(.wavesIntro, ["days": page.wording.number(trend.recentDays)])),
        "steps": .rows(steps(page, words)),
      ])
  }

  private static func verdict(_ page: HTMLPage, _ trend: TrendReport, _ words: TrendWords) -> [HTMLContext] {
    guard let verdict = trend.verdict else { return [] }
    let sign =
      switch verdict.answer {
      case .go: "✓"
      case .unclear: "!"
      case .noGo: "✕"
      }
    let sentences = [words.basis, words.share] + [words.inTime(verdict)].compactMap { $0 } + words.details
    return [
      HTMLContext([
        "tone": .text(words.tone(verdict).rawValue), "sign": .text(sign),
        "on": .text(words.text(.cutoverOn, ["day": page.wording.day(verdict.day)])),
        "headline": .text(words.headline(verdict)),
        "sentences": .rows(sentences.map { HTMLContext(["text": .text($0)]) }),
      ])
    ]
  }

  private static func movement(_ page: HTMLPage, _ trend: TrendReport, _ words: TrendWords) -> [HTMLContext] {
    guard let movement = trend.movement else { return [] }
    func state(_ readiness: Readiness?) -> String {
      readiness.map { page.wording.book.name($0) } ?? words.text(.notSeen)
    }
    let groups = Movement.allCases.compactMap { kind in
      let users = trend.users(kind)
      return group(page.wording.heading(kind, users.count), users, .moreInMovement, page, words) { user in
        ["\(state(user.before)) → \(state(user.after))"] + about(user, page, words, showsMessages: false)
      }
    }
    return [
      HTMLContext([
        "heading": .text(words.text(.movement)), "windows": .text(words.windows(movement)), "groups": .rows(groups),
        "any": .flag(!groups.isEmpty || !movement.isComparable), "nobody": .text(words.text(.movementNobody)),
      ])
    ]
  }

  /// Names under a heading; nothing when there are none.
  private static func group(
    _ name: String, _ users: [TrendUser], _ more: TrendCount, _ page: HTMLPage, _ words: TrendWords,
    about: (TrendUser) -> [String]
  ) -> HTMLContext? {
    guard !users.isEmpty else { return nil }
    let left = users.count - most
    // Most messages first: whoever has most to lose stands at the top.
    let shown = users.sorted { a, b in
      a.legacyMessages != b.legacyMessages ? a.legacyMessages > b.legacyMessages : a.identity < b.identity
    }
    return HTMLContext([
      "number": .text(page.wording.number(users.count)), "name": .text(name),
      "who": .rows(
        shown.prefix(most).map { user in
          var context = page.link(user.identity, page.anchor(user: user.identity))
          context["about"] = .rows(about(user).map { HTMLContext(["text": .text($0)]) })
          return context
        }),
      "anyMore": .flag(left > 0), "more": .text(words.counted(more, left)),
    ])
  }

  /// The days of a user.
  private static func about(
    _ user: TrendUser, _ page: HTMLPage, _ words: TrendWords, showsMessages: Bool
  ) -> [String] {
    var parts: [String] = []
    if showsMessages, user.legacyMessages > 0 {
      parts.append("\(words.text(.recentMessages)): \(page.wording.number(user.legacyMessages))")
    }
    let ports = ["ports": page.wording.ports(page.figures.legacyPorts)]
    let days: [(String, CivilDate?)] = [
      (page.wording.text(.lastOnLegacy, ports), user.lastLegacy),
      (words.text(.lastSubmission), user.lastSubmission), (page.wording.text(.lastRefused), user.lastRefused),
      (page.wording.text(.unknownPort), user.lastUnknown),
    ]
    for (label, day) in days { if let day { parts.append("\(label): \(page.wording.day(day))") } }
    return parts
  }

  private static func steps(_ page: HTMLPage, _ words: TrendWords) -> [HTMLContext] {
    let fills = ["ready", "submissions", "blocked", "unknown", "moving", "legacy"]
    let whole = words.trend.users.count
    return words.waves.map { wave in
      HTMLContext([
        "label": .text("\(words.text(.wave)) \(wave.number): \(wave.name)"),
        "number": .text(page.wording.number(wave.count)), "width": .text(Percent.length(wave.count, of: whole)),
        "fill": .text(fills[wave.number - 1]),
      ])
    }
  }
}
