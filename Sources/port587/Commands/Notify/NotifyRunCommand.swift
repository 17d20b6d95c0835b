import ArgumentParser
import MailModel
import Notices

/// What `port587 notify` does when nothing else is named.
struct NotifyRunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Writes previews; with --send, sends what is due.")

  @OptionGroup var options: NotifyOptions

  func run() throws {
    let result: NoticeRun.Result
    for line in PortArgument.swapped(starttls: options.submissionPort, tls: options.submissionsPort) {
      Console.note("port587: \(line)")
    }
    do throws(NotifyFault) {
      result = try NoticeRun(options: options, now: NoticeRun.clock()).run()
      try say(result.plan)
    } catch {
      Console.note(error.lines.enumerated().map { $0 == 0 ? "port587: \($1)" : $1 })
      throw error.status
    }
    if let line = result.repeatedLine { Console.note("port587: \(line)") }
    if let line = result.stopLine { Console.note("port587: \(line)") }
    if let status = result.stopStatus { throw status }
    if result.isPartial { throw ExitStatus.partly }
  }

  private func say(_ plan: NoticePlan) throws(NotifyFault) {
    var bytes: [UInt8]
    if options.json {
      bytes = try PreviewFolder.json(plan)
    } else {
      var lines = plan.recipients.map { entry in
        let to = entry.to.map { $0 == entry.identity ? "" : " → \($0)" } ?? ""
        let about = [
          entry.round > 0 ? "round \(entry.round)" : nil, entry.kind == .notice ? nil : entry.kind.rawValue,
          entry.language, entry.client, entry.reason,
        ].compactMap { $0 }.joined(separator: ", ")
        return "\(entry.status.rawValue)  \(OneLine.make(entry.identity))\(to)  (\(OneLine.make(about)))"
      }
      let counts = PlanStatus.allCases.filter { plan.count($0) > 0 }.map { "\(plan.count($0)) \($0.rawValue)" }
      lines.append(counts.isEmpty ? "nobody in the report" : counts.joined(separator: ", "))
      if !options.sending.send {
        lines.append("Nothing was sent. Look at the previews (--output DIR), then add --send.")
      }
      bytes = Array((lines.joined(separator: "\n") + "\n").utf8)
    }
    do {
      try Console.out(bytes)
    } catch {
      throw .cannotPrint("\(error)")
    }
  }
}
