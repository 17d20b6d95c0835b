import MailModel
import Transport

/// Speaks with one server in strict lock-step: nothing is sent before the reply to the last command is complete.
final class Dialogue {
  private let connection: ProbeConnection
  private let deadline: ContinuousClock.Instant
  private var reader = ReplyReader()
  /// What was said so far.
  private(set) var transcript = SessionTranscript()

  init?(_ target: ProbeTarget, deadline: ContinuousClock.Instant) {
    guard let address = target.address, let made = ProbeConnection(address: address, port: target.port) else {
      return nil
    }
    connection = made
    self.deadline = deadline
  }

  /// Opens the TCP connection.
  func open() -> Bool {
    let start = ContinuousClock.now
    transcript.connect = connection.connect(until: deadline)
    guard transcript.connect == .open else { return false }
    transcript.connectMilliseconds = Dialogue.milliseconds(since: start)
    return true
  }

  /// Waits for the greeting.
  func greet(until earlier: ContinuousClock.Instant? = nil) -> ReplyOutcome {
    let start = ContinuousClock.now
    let outcome = read(until: min(earlier ?? deadline, deadline))
    note(nil, outcome, since: start)
    return outcome
  }

  /// Goes on waiting for a greeting of which a part came.
  func greetFurther() -> ReplyOutcome {
    let first = transcript.exchanges.removeLast()
    let start = ContinuousClock.now
    let outcome = read(until: deadline)
    note(nil, outcome, since: start, more: first.milliseconds)
    return outcome
  }

  /// Sends one command and waits for its reply; what is `shown` stands in the transcript where the command holds a secret.
  @discardableResult
  func say(_ command: String, shown: String? = nil, until earlier: ContinuousClock.Instant? = nil) -> ReplyOutcome {
    let start = ContinuousClock.now
    let limit = min(earlier ?? deadline, deadline)
    if reader.hasPending { transcript.spokeOutOfTurn = true }
    var outcome = ReplyOutcome.closed
    if connection.send(Array((command + "\r\n").utf8), until: limit) { outcome = read(until: limit) }
    note(shown ?? command, outcome, since: start)
    return outcome
  }

  /// Makes the handshake; what came in clear before it is forgotten.
  func startTLS(_ request: TLSRequest, until earlier: ContinuousClock.Instant? = nil) -> HandshakeOutcome {
    let start = ContinuousClock.now
    if reader.hasPending { transcript.spokeOutOfTurn = true }
    reader = ReplyReader()
    let outcome = connection.startTLS(request, until: min(earlier ?? deadline, deadline))
    transcript.handshake = outcome
    transcript.handshakeMilliseconds = Dialogue.milliseconds(since: start)
    return outcome
  }

  /// Leaves a handshake out of the transcript that was only tried to see what the port is.
  func forgetTLS() {
    transcript.handshake = nil
    transcript.handshakeMilliseconds = nil
  }

  /// Takes leave; the reply is waited for shortly, and nothing depends on it.
  func quit() {
    say("QUIT", until: .now.advanced(by: .seconds(1)))
  }

  private func note(
    _ command: String?, _ outcome: ReplyOutcome, since start: ContinuousClock.Instant, more: Double = 0
  ) {
    transcript.exchanges.append(
      Exchange(
        command: command, outcome: outcome, milliseconds: more + Dialogue.milliseconds(since: start),
        isBehindTLS: transcript.isBehindTLS))
  }

  private func read(until limit: ContinuousClock.Instant) -> ReplyOutcome {
    while true {
      switch reader.next() {
      case .reply(let reply): return .reply(reply)
      case .foreign(let text): return .foreign(text)
      case .incomplete: break
      }
      switch connection.receive(until: limit) {
      case .bytes(let bytes): reader.feed(bytes)
      case .timedOut: return .timedOut(hasPart: reader.hasPending)
      case .closed: return .closed
      }
    }
  }

  private static func milliseconds(since start: ContinuousClock.Instant) -> Double {
    let parts = (ContinuousClock.now - start).components
    let micro = parts.seconds * 1_000_000 + parts.attoseconds / 1_000_000_000_000
    return Double(micro / 100) / 10
  }
}
