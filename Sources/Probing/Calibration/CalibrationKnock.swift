public import MailModel
import Transport

/// Connects once to each port under a name of its own, so that the connection can be found in the log.
///
/// EHLO and NOOP are all that is said, in clear where TLS is not the first thing: Postfix takes both before STARTTLS even where it demands TLS.
/// A log of the dialogue shows the name; Postfix shows how many NOOPs there were.
public struct CalibrationKnock: Sendable {
  private let options: ProbeOptions

  /// Takes ports, deadline and clock; the rest of the options does not matter here.
  public init(options: ProbeOptions) { self.options = options }

  /// Connects to every port at every address, one after another.
  ///
  /// - Parameters:
  ///   - token: letters and digits by chance, so that names of one run are not those of another.
  ///   - noops: how many NOOPs the first connection says; the next says one more.
  public func run(_ hosts: [String], token: String, noops: Int) -> [CalibratedConnection] {
    var result: [CalibratedConnection] = []
    for host in hosts {
      let deadline = ContinuousClock.now.advanced(by: options.timeout)
      let addresses = (try? NameResolution.addresses(of: host, until: deadline)) ?? []
      for port in options.ports {
        guard !addresses.isEmpty else {
          result.append(connection(host, nil, port.number, "", 0, false))
          continue
        }
        for address in addresses {
          let count = noops + result.count
          let helo = "p587-\(port.number)-\(result.count)-\(token).invalid"
          let target = ProbeTarget(host: host, address: address, port: port.number, mode: port.mode)
          let outcome = LockedValue(false)
          WorkerThread.runAll(
            [
              {
                let isDone = knock(target, helo, count); outcome.withLock { $0 = isDone }
              }
            ], atOnce: 1)
          result.append(connection(host, address, port.number, helo, count, outcome.withLock { $0 }))
        }
      }
    }
    return result
  }

  private func connection(
    _ host: String, _ address: IPAddress?, _ port: Int, _ helo: String, _ noops: Int, _ isAnswered: Bool
  ) -> CalibratedConnection {
    CalibratedConnection(
      host: host, address: address.map { "\($0)" }, port: port, helo: helo, noops: noops, isAnswered: isAnswered)
  }

  private func knock(_ target: ProbeTarget, _ helo: String, _ noops: Int) -> Bool {
    guard let dialogue = Dialogue(target, deadline: .now.advanced(by: options.timeout)), dialogue.open() else {
      return false
    }
    if target.mode == .tls {
      // Whose certificate it is does not matter: no secret is said.
      guard case .done = dialogue.startTLS(TLSRequest(serverName: target.host, caFile: options.caFile)) else {
        return false
      }
    }
    guard dialogue.greet().reply?.isPositive == true, dialogue.say("EHLO \(helo)").reply?.isPositive == true else {
      dialogue.quit()
      return false
    }
    for _ in 0..<noops {
      guard dialogue.say("NOOP").reply?.isPositive == true else {
        dialogue.quit()
        return false
      }
    }
    dialogue.quit()
    return true
  }
}
