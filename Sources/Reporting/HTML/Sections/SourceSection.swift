import MailModel

/// What was read, with the sum that shows that no line was lost or counted twice.
enum SourceSection {
  static let template = """
    <section id="sources">
    <h2>{{t.sources}}</h2>
    <p class="intro">{{intro}}</p>
    <div class="scroll"><table class="cards">
    <thead><tr><th scope="col">{{t.file}}</th><th scope="col">{{t.format}}</th><th scope="col">{{t.covers}}</th>{{#heads}}<th scope="col" class="n">{{text}}</th>{{/heads}}<th scope="col"></th></tr></thead>
    <tbody>
    {{#sources}}<tr id="{{anchor}}"><td class="id"><code>{{path}}</code>{{#broken}}<span class="kind">⚠ {{fault}}</span>{{/broken}}</td><td data-label="{{t.format}}">{{format}}</td><td class="full" data-label="{{t.covers}}">{{covers}}</td>{{#cells}}<td class="n" data-label="{{label}}">{{text}}</td>{{/cells}}<td class="when small">{{check}}</td></tr>
    {{/sources}}
    </tbody>
    <tfoot><tr><th scope="row" class="id">{{t.sum}}</th><td class="none"></td><td class="none"></td>{{#sums}}<td class="n" data-label="{{label}}">{{text}}</td>{{/sums}}<td class="when small">{{sumCheck}}</td></tr></tfoot>
    </table></div>
    {{#anySamples}}<details id="unread"><summary>{{t.unreadLines}}</summary>
    <ul class="samples">
    {{#samples}}<li><a class="small" href="#{{link}}">{{place}}</a><code>{{text}}</code></li>
    {{/samples}}
    </ul></details>{{/anySamples}}
    </section>

    """

  private static let samplesShown = 200

  static func make(_ page: HTMLPage) -> HTMLSection {
    let sources = page.model.sources
    let samples = sources.flatMap { source in source.samples.map { (source, $0) } }.prefix(samplesShown)
    let heads: [Phrase] = [.lines, .events, .ignored, .unrecognised, .malformed]
    let labels = heads.map { page.wording.text($0) }
    let sums = sources.reduce([0, 0, 0, 0, 0]) { sum, source in zip(sum, numbers(source)).map(+) }
    return page.section(
      template,
      [
        "intro": .text(
          ((page.model.trend == nil ? [] : [page.wording.text(.sourcesOfRun)]) + [page.wording.text(.sourcesIntro)])
            .joined(separator: " ")),
        "heads": .rows(labels.map { HTMLContext(["text": .text($0)]) }),
        "sources": .rows(sources.map { row($0, labels, page) }), "sums": .rows(cells(sums, labels, page)),
        "sumCheck": .text(check(sums, page)), "anySamples": .flag(!samples.isEmpty),
        "samples": .rows(
          samples.map { source, sample in
            HTMLContext([
              "link": .text(page.anchor(source: source.path) ?? "sources"),
              "place": .text("\(source.path):\(sample.line)"), "text": .text(sample.text),
            ])
          }),
      ])
  }

  private static func row(_ source: SourceReport, _ labels: [String], _ page: HTMLPage) -> HTMLContext {
    let wording = page.wording
    let kinds = [source.format] + (source.compression == "none" ? [] : [source.compression])
    let covers = source.from == nil ? "–" : "\(wording.time(source.from)) – \(wording.time(source.to))"
    return HTMLContext([
      "anchor": .text(page.anchor(source: source.path) ?? ""), "path": .text(source.path),
      "broken": .flag(!source.complete),
      "fault": .text(wording.text(.incompleteBecause, ["reason": source.fault ?? "–"])),
      "format": .text(kinds.joined(separator: ", ")), "covers": .text(covers),
      "cells": .rows(cells(numbers(source), labels, page)), "check": .text(check(numbers(source), page)),
    ])
  }

  private static func numbers(_ source: SourceReport) -> [Int] {
    [source.lines, source.events, source.ignored, source.unrecognised, source.malformed]
  }

  private static func cells(_ numbers: [Int], _ labels: [String], _ page: HTMLPage) -> [HTMLContext] {
    zip(numbers, labels).map { HTMLContext(["text": .text(page.wording.number($0)), "label": .text($1)]) }
  }

  private static func check(_ numbers: [Int], _ page: HTMLPage) -> String {
    numbers[0] == numbers.dropFirst().reduce(0, +)
      ? "✓ \(page.wording.text(.addsUp))" : "✕ \(page.wording.text(.doesNotAddUp))"
  }
}
