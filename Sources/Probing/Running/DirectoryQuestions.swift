import MailModel
import Transport

/// What is asked of the DNS and of web servers, beside the dialogues and within the same time.
final class DirectoryQuestions: Sendable {
  /// How long a name server may take.
  private static let patience = 4

  private struct Answers {
    var names: [String: HostRecords] = [:]
    var services: ServiceRecords?
    var publications: [Publication]?
  }

  private let options: ProbeOptions
  private let steps: Set<ProbeStep>
  private let answers = LockedValue(Answers())

  init(options: ProbeOptions, steps: Set<ProbeStep>) {
    self.options = options
    self.steps = steps
  }

  /// One job for each host with a name, one for the records of the domain, one for its documents.
  func jobs(_ hosts: [String]) -> [@Sendable () -> Void] {
    let deadline = ContinuousClock.now.advanced(by: options.timeout)
    let server = options.nameServer
    var jobs: [@Sendable () -> Void] = []
    if steps.contains(.names) {
      for host in Set(hosts) where IPAddress(host) == nil && host.contains(".") {
        jobs.append { [self] in
          let found = LeftBehind.result(until: deadline) {
            try? HostLookup.records(of: host, from: server, seconds: DirectoryQuestions.patience)
          }
          if let records = found ?? nil { answers.withLock { $0.names[host] = records } }
        }
      }
    }
    if steps.contains(.services), let domain = options.domain {
      jobs.append { [self] in
        let found = LeftBehind.result(until: deadline) {
          ServiceRecords.ask(domain, server, seconds: DirectoryQuestions.patience)
        }
        if let records = found ?? nil { answers.withLock { $0.services = records } }
      }
    }
    if steps.contains(.documents), let publications = options.publications {
      jobs.append { [self] in
        if let found = LeftBehind.result(until: deadline, publications) { answers.withLock { $0.publications = found } }
      }
    }
    return jobs
  }

  /// Puts what came back beside what was said.
  func complete(_ transcripts: [TargetTranscript]) -> [TargetTranscript] {
    let answers = answers.withLock { $0 }
    return transcripts.map { transcript in
      var transcript = transcript
      transcript.names = answers.names[transcript.target.host]
      transcript.services = answers.services
      transcript.publications = answers.publications
      return transcript
    }
  }
}
