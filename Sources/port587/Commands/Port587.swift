import ArgumentParser
import Foundation

/// The command line.
@main
struct Port587: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "port587",
    abstract: "Says who still submits mail on port 25, from where, and who was refused.",
    discussion: """
      Reads the logs that a mail server already writes. Standard output carries the result, standard error everything else.

      Exit status: 0 done; 1 done and somebody is affected (with --exit-code; probe, preflight and client-config --check: \
      something fails); 3 done in part; 64 usage; 65 no log of a known format; 66 no such input; 69 a server that is \
      needed cannot be reached; 73 cannot create output; 74 I/O error; 75 another run holds the state; 78 configuration error.
      """,
    version: ProgramVersion.current,
    subcommands: [
      AuditCommand.self, RunCommand.self, ReportCommand.self, StateCommand.self, ConfigCommand.self, NotifyCommand.self,
      ProbeCommand.self, PreflightCommand.self, BypassCommand.self, ClientConfigCommand.self, FormatsCommand.self,
    ])

  static func main() async {
    Console.outliveReaders()
    do {
      var command = try await asyncParseAsRoot()
      if var waiting = command as? any AsyncParsableCommand {
        try await waiting.run()
      } else {
        try command.run()
      }
    } catch let fault as PrintFault {
      Console.note("port587: cannot write to standard output: \(fault)")
      exit(withError: ExitStatus.ioError)
    } catch {
      exit(withError: error)
    }
  }
}
