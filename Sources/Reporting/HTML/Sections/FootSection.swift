import MailModel

/// Foot of the page and of the document.
enum FootSection {
  static let template = """
    </main>
    <footer>
    <p>{{made}}. {{from}} <span class="label">{{t.personalData}}</span></p>
    <p class="top"><a href="#top">{{t.backToTop}}</a></p>
    </footer>
    </div>
    <script>{{{script}}}</script>
    </body>
    </html>

    """

  static func make(_ page: HTMLPage) -> HTMLSection {
    let generator = page.model.generator
    return page.section(
      template,
      [
        "made": .text("\(generator.name) \(generator.version)"), "from": .text(page.wording.text(origin(page.model))),
        "script": .markup(ContentPolicy.script),
      ])
  }

  /// From what the report was made.
  private static func origin(_ model: ReportModel) -> Phrase {
    if model.trend != nil { return .footerOfState }
    let isMarked =
      model.users.contains { $0.bypass != nil || $0.trusted != nil }
      || model.addresses.contains { $0.bypass != nil || $0.trusted != nil }
    let hasOthers = model.server != nil || model.connections != nil || model.inferred != nil || isMarked
    return hasOthers ? .footerWithOthers : .footer
  }
}
