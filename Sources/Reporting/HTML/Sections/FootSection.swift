import MailModel

/// Foot of the page and of the document.
enum FootSection {
  static let template = """
    </main>
    <footer>
    <p>{{made}}. {{#fromLogs}}{{t.footer}} {{/fromLogs}}<span class="label">{{t.personalData}}</span></p>
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
        "made": .text("\(generator.name) \(generator.version)"), "script": .markup(ContentPolicy.script),
        // A state, a probe or a preflight has its part in it otherwise.
        "fromLogs": .flag(page.model.trend == nil && page.model.server == nil),
      ])
  }
}
