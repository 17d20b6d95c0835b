import ArgumentParser

/// What is wrong in a run: each thing is said at once, in one line, and leads to a status.
struct RunProblems {
  /// Says a problem.
  let say: (String) -> Void
  private var statuses: [ExitCode] = []

  init(say: @escaping (String) -> Void) { self.say = say }

  /// Says a problem and notes its status.
  mutating func note(_ line: String, _ status: ExitCode) {
    say(line)
    statuses.append(status)
  }

  /// Notes a status whose reason was said.
  mutating func note(_ status: ExitCode) { statuses.append(status) }

  mutating func note(_ fault: NotifyFault) { note(RunProblems.line(fault.lines), fault.status) }

  mutating func note(_ fault: ProbeFault) {
    note(RunProblems.line(fault.lines), fault.status)
  }

  /// The first that an administrator has to see to, else that something was done in part, else that somebody is affected.
  var status: ExitCode? {
    statuses.first { $0 != ExitStatus.partly && $0 != ExitStatus.affected }
      ?? (statuses.contains(ExitStatus.partly) ? ExitStatus.partly : statuses.first)
  }

  private static func line(_ lines: [String]) -> String {
    lines.map { line in
      let words = line.drop { $0 == " " }
      // Some faults bring the program's name along, as a command says them.
      return String(words.hasPrefix("port587: ") ? words.dropFirst("port587: ".count) : words)
    }.joined(separator: " ")
  }
}
