import MailModel
import Mustache

/// A page without a script: what pages of commands that have results of their own have in common.
enum PlainPage {
  private static let policy = [
    "default-src 'none'", "style-src 'sha256-\(SHA256.base64(of: ContentPolicy.style))'", "base-uri 'none'",
    "form-action 'none'",
  ].joined(separator: "; ")

  private static let head = """
    <!DOCTYPE html>
    <html lang="{{language}}">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="{{policy}}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="referrer" content="no-referrer">
    <meta name="robots" content="noindex, nofollow">
    <title>{{title}}</title>
    <style>{{{style}}}</style>
    </head>
    <body>
    <div class="page">
    <header><h1>{{title}}</h1>

    """

  private static let foot = """
    <footer>{{program}}</footer>
    </div>
    </body>
    </html>

    """

  /// The page in UTF-8.
  ///
  /// - Parameters:
  ///   - body: the template from behind the title in the header to the end of `main`.
  ///   - values: what it names, and `title`, `language` and `program`.
  static func render(_ body: String, _ values: [String: HTMLValue]) throws(RenderError) -> [UInt8] {
    var values = values
    values["policy"] = .text(policy)
    values["style"] = .markup(ContentPolicy.style)
    do {
      return Array(try MustacheTemplate(string: head + body + foot).render(HTMLContext(values)).utf8)
    } catch {
      throw .template("\(error)")
    }
  }
}
