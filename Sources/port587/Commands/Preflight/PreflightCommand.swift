import ArgumentParser
import Foundation
import IceWarpAdmin
import MailModel
import PostfixAdmin

/// The command `port587 preflight`.
struct PreflightCommand: ParsableCommand, PrintingCommand {
  static let configuration = CommandConfiguration(
    commandName: "preflight",
    abstract: "Reads the settings of IceWarp or Postfix and says whether users can be moved, and what comes next.",
    discussion: """
      Without an input it prints the commands that make one. Nothing is ever changed on the server.

      Exit status: 0 no blocker failed; 1 a blocker failed; 64 usage; 65 an input is not what it should be; 66 no such input.
      """)

  @Option(help: "IceWarp: the output of `tool get system …`, one setting on a line.")
  var toolOutput: String?
  @Option(help: "IceWarp: run this tool (tool.sh, tool.exe) to read the settings; only `get` is ever called.")
  var runTool: String?
  @Option(help: "IceWarp: config/_webmail/server.xml, the settings of the web client.")
  var webclient: String?
  @Option(help: "IceWarp: the output of `tool export account`.")
  var accounts: String?
  @Option(help: "IceWarp: the file of trusted addresses.")
  var trusted: String?
  @Option(help: "IceWarp: config/submissionbypass.dat.")
  var bypass: String?
  @Option(
    help: "IceWarp: the folder in which files named by f: lines of the bypass file are looked for, by their name.")
  var includeFolder: String?
  @Option(help: "Postfix: the output of `postconf -n`.")
  var postconf: String?
  @Option(help: "Postfix: the output of `postconf -M`.")
  var postfixServices: String?

  @OptionGroup var printing: PrintingOptions
  @Option(help: "Write a page: FILE.html, or a folder for preflight.html and preflight.json.")
  var output: String?
  @Flag(help: "Tell in full what is right or not known, too.")
  var verbose = false

  private var namesIceWarp: Bool { [toolOutput, runTool, webclient, accounts, trusted, bypass].contains { $0 != nil } }
  private var namesPostfix: Bool { [postconf, postfixServices].contains { $0 != nil } }

  func validate() throws {
    try EmptyPath.refuse(("--output", output))
    guard !(toolOutput != nil && runTool != nil) else {
      throw ValidationError("--tool-output and --run-tool exclude each other.")
    }
    guard !(namesIceWarp && namesPostfix) else {
      throw ValidationError("Settings of IceWarp and of Postfix are judged in runs of their own.")
    }
    guard namesIceWarp || namesPostfix || (!printing.json && output == nil) else {
      throw ValidationError(
        "There is nothing to judge: name an input. Without options the commands that make one are printed.")
    }
  }

  func run() throws {
    guard namesIceWarp || namesPostfix else {
      for line in ToolCommands.guide { try Console.print(line) }
      return
    }
    let report: PreflightReport
    do throws(PreflightFault) {
      report = try judged()
      try PreflightWriter(command: self).write(report)
    } catch {
      Console.note(error.line)
      throw error.status
    }
    if !report.blockers.isEmpty { throw ExitStatus.affected }
  }

  private func judged() throws(PreflightFault) -> PreflightReport {
    let language = printing.spoken
    let generator = Generator(version: ProgramVersion.current)
    let now = Timestamp(seconds: Int64(Date().timeIntervalSince1970))
    var input = PreflightInput(language: language)
    if namesIceWarp {
      let evidence = try input.icewarp(self)
      return IceWarpPreflight.report(evidence, in: language, generator: generator, at: now, sources: input.sources)
    }
    let evidence = try input.postfix(self)
    return PostfixPreflight.report(evidence, in: language, generator: generator, at: now, sources: input.sources)
  }
}
