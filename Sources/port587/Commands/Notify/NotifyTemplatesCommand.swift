import ArgumentParser
import Foundation
import Notices

/// The command `port587 notify templates --output DIR`.
struct NotifyTemplatesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "templates",
    abstract: "Writes the texts of the notices into a folder, to be changed and given back with --templates.")

  @Option(help: "The folder; files that are there already are kept.")
  var output: String

  func run() throws {
    let folder = URL(fileURLWithPath: output, isDirectory: true)
    do {
      for file in TemplateSet.files {
        let url = folder.appendingPathComponent(file.name)
        try FileManager.default.createDirectory(
          at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        guard !FileManager.default.fileExists(atPath: url.path) else {
          Console.note("kept \(url.path)")
          continue
        }
        try Data(file.text.utf8).write(to: url, options: .atomic)
        try Console.print(url.path)
      }
    } catch let fault as PrintFault {
      throw fault
    } catch {
      Console.note("port587: cannot write into \(output): \(PlainReason.writing(error))")
      throw ExitStatus.cannotCreate
    }
  }
}
