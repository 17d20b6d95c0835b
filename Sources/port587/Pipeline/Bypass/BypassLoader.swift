import ByteScanning
import Foundation
import IceWarpAdmin
import MailModel

/// Reads a bypass file, what it names, and the notes beside it.
struct BypassLoader {
  /// Where included files are looked for by name, when somebody says so.
  let includeFolder: String?

  /// A bypass file of more bytes than this is none.
  private static let maximumBytes = 8 << 20

  func tree(_ path: String) throws(AuditFault) -> BypassTree {
    let bytes = try BypassLoader.bytes(of: path, "bypass file")
    return BypassTree(name: path, bytes: bytes) { included, from in find(included, from) }
  }

  /// The notes beside a bypass file; nothing when there are none.
  func notebook(beside path: String) throws(AuditFault) -> BypassNotebook? {
    let notes = BypassNotebook.path(beside: path)
    guard FileManager.default.fileExists(atPath: notes) else { return nil }
    guard let notebook = BypassNotebook.decoded(Data(try BypassLoader.bytes(of: notes, "notes"))) else {
      throw .badSettings(path: notes, reason: "it does not hold the notes of port587 bypass; move it away")
    }
    return notebook
  }

  static func bytes(of path: String, _ what: String) throws(AuditFault) -> [UInt8] {
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw .cannotRead(what: what, path: path, reason: "it does not exist or may not be read")
    }
    defer { try? handle.close() }
    do {
      let data = try handle.read(upToCount: maximumBytes + 1) ?? Data()
      guard data.count <= maximumBytes else {
        throw AuditFault.badSettings(path: path, reason: "it is longer than \(maximumBytes) bytes, which is no \(what)")
      }
      return Array(data)
    } catch let fault as AuditFault {
      throw fault
    } catch {
      throw .cannotRead(what: what, path: path, reason: PlainReason.reading(error, of: path))
    }
  }

  /// Included paths are those of the server, often of Windows; only `includeFolder` and paths beside the file are tried.
  private func find(_ path: String, _ from: String) -> BypassTree.Finding {
    let name = path.split { $0 == "\\" || $0 == "/" }.last.map(String.init) ?? path
    let beside = FilePath(from).folder
    let isWindows = path.contains("\\") || path.dropFirst().first == ":"
    var candidates: [String] = []
    if let includeFolder { candidates.append(FilePath(includeFolder).appending(FilePath(name)).description) }
    if !isWindows {
      candidates.append(path.hasPrefix("/") ? path : beside.appending(FilePath(path)).description)
    }
    for candidate in candidates {
      let resolved = URL(fileURLWithPath: candidate).resolvingSymlinksInPath().path
      guard FileManager.default.fileExists(atPath: resolved) else { continue }
      do throws(AuditFault) {
        // The first file is known by the name that was given for it.
        return .found(name: display(candidate, resolved, from), bytes: try BypassLoader.bytes(of: candidate, "file"))
      } catch {
        return .missing(reason: TranslatedText(verbatim: error.line))
      }
    }
    let advice =
      isWindows
      ? TranslatedText(
        "It is a path of the Windows server: copy the file here and name its folder with --include-folder.",
        pt: "É um caminho do servidor Windows: copie o arquivo para cá e informe a pasta com --include-folder.",
        es: "Es una ruta del servidor Windows: copie el archivo aquí e indique su carpeta con --include-folder.")
      : TranslatedText(
        "It is not there; --include-folder names the folder that holds it.",
        pt: "Não está lá; --include-folder informa a pasta que o contém.",
        es: "No está ahí; --include-folder indica la carpeta que lo contiene.")
    return .missing(reason: advice)
  }

  private func display(_ candidate: String, _ resolved: String, _ from: String) -> String {
    URL(fileURLWithPath: from).resolvingSymlinksInPath().path == resolved ? from : candidate
  }

  static func print(_ bytes: [UInt8]) throws(AuditFault) {
    do { try Console.out(bytes) } catch { throw .cannotPrint(reason: "\(error)") }
  }

  static func print(json value: some Encodable) throws(AuditFault) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do { try Console.out(Array(try encoder.encode(value)) + [10]) } catch { throw .cannotPrint(reason: "\(error)") }
  }
}
