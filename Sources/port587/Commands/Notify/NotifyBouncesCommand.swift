import ArgumentParser
import MailModel
import Notices

/// The command `port587 notify bounces PATH…`.
struct NotifyBouncesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bounces",
    abstract: "Reads what came back to the envelope sender, and notes which addresses take no mail.")

  @Argument(help: "A Maildir, a folder of .eml files, an mbox or a message.")
  var paths: [String]
  @Option(help: "The state, where it is kept who was told.")
  var state: String
  @Flag(help: "Print what was found as JSON on standard output, and nothing else.")
  var json = false

  func run() throws {
    let summary: BounceSummary
    do throws(NotifyFault) {
      summary = try BounceRun(state: state, now: NoticeRun.clock()).read(paths)
      do {
        try Console.out(json ? try PreviewFolder.json(summary) : Array(NotifyBouncesCommand.text(summary).utf8))
      } catch {
        throw .cannotPrint("\(error)")
      }
    } catch {
      Console.note(error.lines.enumerated().map { $0 == 0 ? "port587: \($1)" : $1 })
      throw error.status
    }
    if summary.unreadable > 0 { throw ExitStatus.partly }
  }

  private static func text(_ summary: BounceSummary) -> String {
    var text = ""
    for notice in summary.notices {
      text += "\(notice.verdict.rawValue)  \(OneLine.make(notice.to))  "
      text += "(\(notice.campaign), round \(notice.round), \(OneLine.make(notice.detail)))\n"
    }
    let counts = BounceVerdict.allCases.compactMap { verdict in
      (summary.counts[verdict.rawValue]).flatMap { $0 > 0 ? "\($0) \(verdict.rawValue)" : nil }
    }
    text += "\(summary.messages) messages in \(summary.files) files"
    text += counts.isEmpty ? "\n" : ": \(counts.joined(separator: ", "))\n"
    return text
  }
}
