import ClientConfiguration
import Foundation
import MailModel

/// Writes the files of a description.
struct ConfigurationWriter {
  let description: ClientDescription
  let language: Language

  /// All of them as one text, for the terminal.
  var text: String {
    ConfigurationDocuments.all.map { document in
      let head = "== \(document.fileName(description))"
      let advice = document.advice(description).map { "   \($0.text(in: language))" }
      return ([head] + advice + ["", document.text(description)]).joined(separator: "\n")
    }.joined(separator: "\n")
  }

  /// Files that are there already stay, and then none is written.
  func write(to folder: String) throws(AuditFault) {
    let files = ConfigurationDocuments.all.map { document in
      (path: folder + "/" + document.fileName(description), document: document)
    }
    for file in files where FileManager.default.fileExists(atPath: file.path) {
      throw .cannotCreate(
        path: file.path, reason: "it is there already, and nothing is overwritten; give another folder")
    }
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw .cannotCreate(path: folder, reason: PlainReason.writing(error))
    }
    for file in files {
      do {
        try Data(file.document.text(description).utf8).write(to: URL(fileURLWithPath: file.path), options: .atomic)
      } catch {
        throw .cannotCreate(path: file.path, reason: PlainReason.writing(error))
      }
      Console.note(
        ["port587: wrote \(file.path)"] + file.document.advice(description).map { "  \($0.text(in: language))" })
    }
  }
}
