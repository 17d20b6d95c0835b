/// The HTML part of a message: no script, no picture, nothing from elsewhere; light and dark, from phone to desk.
enum HTMLPart {
  /// The page.
  static func render(_ blocks: [MarkupBlock], title: String, language: String) -> String {
    var body = ""
    body.reserveCapacity(8000)
    var open: String?
    for block in blocks {
      let list = listTag(block)
      if open != list {
        if let open { body += "</\(open)>\n" }
        if let list { body += list == "table" ? "<table role=\"presentation\">\n" : "<\(list)>\n" }
        open = list
      }
      switch block {
      case .heading(let runs): body += "<h2>\(inline(runs))</h2>\n"
      case .paragraph(let runs): body += "<p>\(inline(runs))</p>\n"
      case .item(let runs), .step(let runs): body += "<li>\(inline(runs))</li>\n"
      case .quote(let runs): body += "<blockquote>\(inline(runs))</blockquote>\n"
      case .setting(let label, let value): body += "<tr><th>\(inline(label))</th><td>\(inline(value))</td></tr>\n"
      }
    }
    if let open { body += "</\(open)>\n" }
    return """
      <!DOCTYPE html>
      <html lang="\(language)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>\(escape(title))</title>
      <style>\(style)</style>
      </head>
      <body>
      <div class="page"><div class="sheet">
      \(body)</div></div>
      </body>
      </html>

      """
  }

  private static func listTag(_ block: MarkupBlock) -> String? {
    switch block {
    case .item: "ul"
    case .step: "ol"
    case .setting: "table"
    default: nil
    }
  }

  private static func inline(_ runs: [MarkupRun]) -> String {
    var result = ""
    for run in runs {
      let text = escape(run.text)
      switch run.style {
      case .plain: result += text
      case .strong: result += "<strong>\(text)</strong>"
      case .typed: result += "<code>\(text)</code>"
      case .link: result += "<a href=\"\(text)\">\(text)</a>"
      }
    }
    return result
  }

  /// Byte by byte, so that a mark that combines with `<` hides no `<`.
  static func escape(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x26 || $0 == 0x3c || $0 == 0x3e || $0 == 0x22 || $0 == 0x27 }) else {
      return text
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 32)
    for byte in text.utf8 {
      switch byte {
      case 0x26: bytes += "&amp;".utf8
      case 0x3c: bytes += "&lt;".utf8
      case 0x3e: bytes += "&gt;".utf8
      case 0x22: bytes += "&quot;".utf8
      case 0x27: bytes += "&#39;".utf8
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let style = """
    body{margin:0;background:#eef1f4;color:#1c2733;font:16px/1.55 -apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;\
    -webkit-text-size-adjust:100%}
    .page{padding:16px 8px}
    .sheet{max-width:620px;margin:0 auto;background:#fff;border-radius:10px;border-top:5px solid #1f6fb2;padding:14px 22px 20px}
    h2{font-size:18px;line-height:1.3;margin:26px 0 8px;color:#14507f}
    p{margin:12px 0}ol,ul{margin:10px 0;padding-left:24px}li{margin:7px 0}
    table{border-collapse:collapse;width:100%;margin:12px 0}
    th,td{text-align:left;vertical-align:top;padding:9px 10px;border-bottom:1px solid #d8dfe6;overflow-wrap:anywhere}
    th{width:38%;font-weight:600;color:#4a5a6a}
    code{font:15px/1.4 ui-monospace,Menlo,Consolas,monospace;background:#eef3f8;border-radius:4px;padding:1px 5px;overflow-wrap:anywhere}
    blockquote{margin:12px 0;padding:9px 14px;border-left:4px solid #c77700;background:#fff6e8;overflow-wrap:anywhere}
    a{color:#14609e;overflow-wrap:anywhere}
    @media(prefers-color-scheme:dark){body{background:#12171c;color:#e3e8ed}.sheet{background:#1d242b;border-top-color:#4aa3e8}\
    h2{color:#8cc8f5}th{color:#a9b7c4}th,td{border-bottom-color:#36414b}code{background:#2b353f}\
    blockquote{background:#33291a;border-left-color:#e0a04a}a{color:#8cc8f5}}
    @media(max-width:480px){.page{padding:0}.sheet{border-radius:0;padding:10px 16px 24px}\
    th,td{display:block;width:auto}th{border-bottom:0;padding:9px 0 0}td{padding:2px 0 9px}}
    """
}
