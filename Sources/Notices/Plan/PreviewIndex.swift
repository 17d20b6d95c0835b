import MailModel

/// The page `index.html` beside the previews.
public enum PreviewIndex {
  private static let labels = ["Identity", "To", "Status", "Reason", "Round", "Language", "Client", "Message"]

  /// Who would get what, and who gets nothing, with links to the previews.
  public static func page(_ plan: NoticePlan) -> String {
    var rows = ""
    for entry in plan.recipients {
      let file = entry.file.map {
        "<a href=\"\(HTMLPart.escape(ParameterText.percentEncoded($0)))\">\(HTMLPart.escape($0))</a>"
      }
      let cells = [
        HTMLPart.escape(OneLine.make(entry.identity)),
        // Mostly the same.
        entry.to == entry.identity ? "" : HTMLPart.escape(entry.to ?? "—"), entry.status.rawValue,
        HTMLPart.escape(OneLine.make(entry.reason ?? "")), entry.round > 0 ? "\(entry.round)" : "",
        entry.language ?? "",
        HTMLPart.escape(entry.client ?? ""), file ?? "",
      ]
      // On a phone each cell stands below the other, with its label.
      rows += "<tr>" + zip(labels, cells).map { "<td data-label=\"\($0)\">\($1)</td>" }.joined() + "</tr>\n"
    }
    let counts = PlanStatus.allCases.filter { plan.count($0) > 0 }.map { "\(plan.count($0)) \($0.rawValue)" }
      .joined(separator: " · ")
    let head = labels.map { "<th>\($0)</th>" }.joined()
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Notices \(HTMLPart.escape(plan.campaign))</title>
      <style>:root{color-scheme:light dark}body{font:15px/1.5 system-ui,sans-serif;margin:1.5rem}div{overflow-x:auto}
      table{border-collapse:collapse}th,td{text-align:left;vertical-align:top;padding:.35rem .7rem;border-bottom:1px solid #8885}
      td:nth-child(4){min-width:14rem}
      @media(max-width:44rem){body{margin:1rem}h1{font-size:1.4rem}thead{display:none}tr{display:block;padding:.6rem 0;border-bottom:1px solid #8885}
      td{display:block;border:0;padding:.1rem 0;overflow-wrap:anywhere}td:empty{display:none}td::before{content:attr(data-label)": ";opacity:.7}
      td:first-child{font-weight:600}td:first-child::before{content:""}}</style>
      </head>
      <body>
      <h1>Notices for \(HTMLPart.escape(plan.campaign))</h1>
      <p>\(counts) · made at \(plan.generatedAt)</p>
      <div><table>
      <thead><tr>\(head)</tr></thead>
      <tbody>
      \(rows)</tbody>
      </table></div>
      </body>
      </html>

      """
  }
}
