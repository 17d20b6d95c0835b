public import MailModel

/// A bypass file with all files that it names, each read once.
public struct BypassTree: Sendable, Equatable {
  /// A file that a line names.
  public struct Include: Sendable, Equatable {
    /// The path as the line gives it.
    public var path: String
    /// The file that was read for it, or that had been read before.
    public var name: String?
    /// The file whose line names it.
    public var includedFrom: String
    /// The number of that line.
    public var line: Int
    /// What it holds; nothing where it was not read.
    public var content: BypassFile?
    /// Why it was not read.
    public var problem: TranslatedText?
    /// Whether it makes a circle or was read before, so that nothing is missing without it.
    public var isRepeated = false
    /// Whether it makes a circle.
    public var isCircle = false
  }

  /// What came of looking for an included file.
  public enum Finding: Sendable {
    /// Its name and what it holds.
    case found(name: String, bytes: [UInt8])
    /// Why it cannot be read.
    case missing(reason: TranslatedText)
  }

  /// The name of the file.
  public let name: String
  /// What it holds.
  public let file: BypassFile
  /// The files that it names, in the order of the lines, each before those that it names itself.
  public let includes: [Include]

  /// Deeper than this no administrator nests files.
  public static let maximumDepth = 16

  /// Reads a file and what it names.
  ///
  /// - Parameter find: looks for a path that a file of this name includes.
  public init(name: String, bytes: [UInt8], find: (_ path: String, _ from: String) -> Finding) {
    self.name = name
    file = BypassFile.parse(bytes)
    var found: [Include] = []
    var open = [name]
    var known: Set<String> = [name]
    BypassTree.follow(file, name, &open, &known, &found, find)
    includes = found
  }

  /// All lines with the file that they stand in.
  public var lines: [(file: String, line: BypassLine)] {
    file.lines.map { (name, $0) }
      + includes.flatMap { include in (include.content?.lines ?? []).map { (include.name ?? include.path, $0) } }
  }

  /// The lines that free somebody, or may; one that names a file counts by what that file holds, where it could be read.
  public var conditions: [(file: String, line: BypassLine)] {
    lines.filter { $0.line.kind != .include || !$0.line.isValid || isMissing(behind: $0.line, of: $0.file) }
  }

  /// Whether all that it names was read.
  public var isWhole: Bool { includes.allSatisfy { $0.content != nil || $0.isRepeated } }

  /// How wide a hole a line makes; a line that names a file is as wide as the widest line of that file.
  func risk(
    of line: BypassLine, in file: String, localDomains: Set<String>
  ) -> (risk: BypassRisk, why: [TranslatedText]) {
    let own = line.risk(localDomains: localDomains)
    guard line.kind == .include, line.isValid, !isMissing(behind: line, of: file) else { return own }
    let inner = reach(of: line, in: file).flatMap { $0.content?.lines ?? [] }.filter { $0.kind != .include }
    return (inner.map { $0.risk(localDomains: localDomains).risk }.max() ?? .low, own.why)
  }

  /// Whether a file that a line leads to, directly or through others, could not be read.
  func isMissing(behind line: BypassLine, of file: String) -> Bool {
    reach(of: line, in: file).contains { $0.content == nil && !$0.isRepeated }
  }

  /// The includes that a line leads to, directly or through others.
  func reach(of line: BypassLine, in file: String) -> [Include] {
    var reached: [Include] = []
    var names: Set<String> = []
    var next = includes.filter { $0.includedFrom == file && $0.line == line.number }
    while let include = next.popLast() {
      reached.append(include)
      // A circle leads to nothing that the line is not part of itself.
      guard !include.isCircle, let name = include.name, names.insert(name).inserted else { continue }
      // A file that was read for another line counts for this one as well.
      if include.content == nil, let first = includes.first(where: { $0.name == name && $0.content != nil }) {
        reached.append(first)
      }
      next += includes.filter { $0.includedFrom == name }
    }
    return reached
  }

  private static func follow(
    _ file: BypassFile, _ name: String, _ open: inout [String], _ known: inout Set<String>, _ found: inout [Include],
    _ find: (String, String) -> Finding
  ) {
    for line in file.lines {
      guard let path = line.includedPath else { continue }
      var include = Include(path: path, name: nil, includedFrom: name, line: line.number)
      switch find(path, name) {
      case .missing(let reason): include.problem = reason
      case .found(let target, let bytes):
        include.name = target
        if open.contains(target) {
          include.problem = TranslatedText(
            "It leads back to itself: \((open + [target]).joined(separator: " → ")).",
            pt: "Leva de volta a si mesmo: \((open + [target]).joined(separator: " → ")).",
            es: "Vuelve a sí mismo: \((open + [target]).joined(separator: " → ")).")
          include.isRepeated = true
          include.isCircle = true
        } else if !known.insert(target).inserted {
          include.problem = TranslatedText(
            "It was read for another line already.",
            pt: "Já foi lido por causa de outra linha.",
            es: "Ya se leyó por otra línea.")
          include.isRepeated = true
        } else if open.count > maximumDepth {
          include.problem = TranslatedText(
            "It is named \(open.count) files deep; the rest was not read.",
            pt: "É citado a \(open.count) arquivos de profundidade; o resto não foi lido.",
            es: "Se nombra a \(open.count) archivos de profundidad; el resto no se leyó.")
        } else {
          let content = BypassFile.parse(bytes)
          include.content = content
          found.append(include)
          open.append(target)
          follow(content, target, &open, &known, &found, find)
          open.removeLast()
          continue
        }
      }
      found.append(include)
    }
  }
}
