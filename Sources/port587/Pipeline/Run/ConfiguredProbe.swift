import ArgumentParser
import Foundation
import MailModel
import Probing
import StateStore

/// Probes the servers of a configuration when what the state holds of them is too old.
struct ConfiguredProbe {
  let configuration: ProbeConfiguration

  /// Asks what has to be asked, keeps the answers, and says which server is not ready.
  func run(_ file: StateFile, _ problems: inout RunProblems) throws(ProbeFault) {
    let command = try command()
    let options = try ProbeSettings(command: command).options()
    let ports = Set(options.ports.map(\.number))
    do throws(StateError) {
      var due: [String] = []
      for host in configuration.hosts where try isDue(host, ports, file, options.now) { due.append(host) }
      if !due.isEmpty { try file.remember(Probe(options: options).run(due)) }
      for host in configuration.hosts {
        guard let result = try file.probe(host: host, ports: Array(ports)) else { continue }
        judge(host, result, &problems)
      }
    } catch {
      throw .state(.state(error))
    }
  }

  /// Looks at the files that it names.
  func check() throws(ProbeFault) {
    let command = try command()
    // What systemd gives to the service is not here.
    var copy = command
    if command.login?.hasPrefix(CredentialsFile.credentialPrefix) == true { copy.login = nil }
    _ = try ProbeSettings(command: copy).options()
  }

  private func command() throws(ProbeFault) -> ProbeCommand {
    do {
      return try ProbeCommand.parse(configuration.hosts + configuration.arguments)
    } catch {
      throw .state(.badSettings(path: "probes", reason: ProbeCommand.message(for: error)))
    }
  }

  /// Whether a port was never asked, or too long ago; what comes from the future was not.
  private func isDue(
    _ host: String, _ ports: Set<Int>, _ file: StateFile, _ now: Timestamp
  ) throws(StateError) -> Bool {
    guard let known = try file.probe(host: host, ports: Array(ports)),
      ports.isSubset(of: known.targets.map(\.port))
    else { return true }
    let age = now.seconds - known.generatedAt.seconds
    return age < -300 || age >= configuration.maxAge
  }

  private func judge(_ host: String, _ result: ProbeResult, _ problems: inout RunProblems) {
    let status = ProbeCommand.status(result)
    guard status != 0 else { return }
    let why =
      result.blockers.isEmpty
      ? "no port with STARTTLS could be judged" : "these checks fail: \(result.blockers.joined(separator: ", "))"
    problems.note(
      "probe of \(host): \(status == 3 ? "it could not be finished" : "users cannot be sent there yet"), \(why); "
        + "\"port587 probe \(host)\" says more",
      status == 3 ? ExitStatus.partly : ExitStatus.affected)
  }
}
