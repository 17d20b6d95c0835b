public import MailModel
import Transport

/// Asks hosts on their ports, and judges what they said.
public struct Probe: Sendable {
  private let options: ProbeOptions

  /// Takes what may be done.
  public init(options: ProbeOptions) { self.options = options }

  /// Asks every port at every address of the hosts, all at once, each within the deadline.
  public func run(_ hosts: [String]) -> ProbeResult {
    ProbeResult(generatedAt: options.now, targets: judge(ask(hosts)))
  }

  /// What was said, in the order of hosts, ports and addresses.
  public func ask(_ hosts: [String]) -> [TargetTranscript] {
    let steps = Set(ProbeRules.all.flatMap { $0.steps(for: options) })
    // More targets than there is room for wait for their turn.
    let atOnce = WorkerThread.mostConnections()
    let perHost = Gathered<[TargetTranscript]>()
    WorkerThread.runAll(
      hosts.enumerated().map { index, host in { perHost.put(targets(of: host), at: index) } }, atOnce: atOnce)
    let planned = perHost.all().flatMap { $0 }
    let asked = Gathered<TargetTranscript>()
    let directory = DirectoryQuestions(options: options, steps: steps)
    WorkerThread.runAll(
      directory.jobs(hosts)
        + planned.enumerated().map { index, transcript in
          {
            guard transcript.nameFault == nil else { return asked.put(transcript, at: index) }
            asked.put(TargetProbe(target: transcript.target, steps: steps, options: options).run(), at: index)
          }
        }, atOnce: atOnce)
    return logIn(directory.complete(asked.all()))
  }

  /// Judges what was said, host by host.
  public func judge(_ transcripts: [TargetTranscript]) -> [ProbedTarget] {
    transcripts.map { transcript in
      let beside = transcripts.filter { $0.target.host == transcript.target.host }
      return TargetJudge(evidence: ProbeEvidence(transcript, among: beside, options: options)).target
    }
  }

  private func targets(of host: String) -> [TargetTranscript] {
    let deadline = ContinuousClock.now.advanced(by: options.timeout)
    var addresses: [IPAddress?] = [nil]
    var fault: NameFault?
    do throws(NameFault) {
      addresses = try NameResolution.addresses(of: host, until: deadline)
    } catch {
      fault = error
    }
    return options.ports.flatMap { port in
      addresses.map { address in
        var transcript = TargetTranscript(
          target: ProbeTarget(host: host, address: address, port: port.number, mode: port.mode))
        transcript.nameFault = fault
        return transcript
      }
    }
  }

  /// One login for each port, one after another and none after a refusal: an account is not to be locked out by a probe.
  private func logIn(_ transcripts: [TargetTranscript]) -> [TargetTranscript] {
    guard let login = options.login else { return transcripts }
    var result = transcripts
    var done = Set<String>()
    for mode in [ProbeMode.starttls, .tls, .plain] {
      for index in result.indices where result[index].target.mode == mode {
        let target = result[index].target
        // The second address of a name is the same server.
        guard result[index].main.greeting?.reply?.isPositive == true, result[index].main.pushBack == nil,
          done.insert("\(target.host) \(target.port)").inserted,
          let transcript = LoginDialogue(target: target, options: options).run(login)
        else { continue }
        result[index].login = transcript
        if transcript.mechanism != nil, !transcript.isAccepted { return result }
      }
    }
    return result
  }

  /// Results of threads, in the order of their numbers.
  private final class Gathered<Value: Sendable>: Sendable {
    private let values = LockedValue<[Int: Value]>([:])
    func put(_ value: Value, at index: Int) { values.withLock { $0[index] = value } }
    func all() -> [Value] { values.withLock { $0.sorted { $0.key < $1.key }.map(\.value) } }
  }
}
