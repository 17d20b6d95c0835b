import Foundation

/// One Swift file, as far as its imports and declarations go.
struct SourceFile: Sendable, CustomStringConvertible {
  /// Relative to the root of the package.
  let path: String
  let text: String

  var description: String { path }

  /// The file name without folders and without `.swift`.
  var stem: String { String(path.split(separator: "/").last?.dropLast(".swift".count) ?? "") }

  /// Modules that the file imports.
  ///
  /// `@testable import port587`, `public import MailModel` and `import struct Foundation.Data` name port587, MailModel
  /// and Foundation.
  var imports: [String] {
    let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "typealias", "func", "let", "var", "actor"]
    return codeLines.compactMap { line in
      let words = line.split(separator: " ")
      guard let keyword = words.firstIndex(of: "import") else { return nil }
      let isDeclaration = words[..<keyword].allSatisfy { $0.hasPrefix("@") || SourceFile.visibilities.contains($0) }
      guard isDeclaration else { return nil }
      var rest = words[(keyword + 1)...]
      if let first = rest.first, kinds.contains(first) { rest = rest.dropFirst() }
      return rest.first.map { String($0.prefix { $0 != "." && $0 != ";" }) }
    }
  }

  /// Types that the file declares, at any depth.
  var declaredTypes: Set<String> { names(after: ["struct", "class", "enum", "protocol", "actor", "typealias"]) }

  /// Types that the file extends; of `A.B` the last part as well.
  var extendedTypes: Set<String> { names(after: ["extension"]) }

  private func names(after keywords: Set<Substring>) -> Set<String> {
    var names: Set<String> = []
    for line in codeLines {
      let words = line.split { " :<{(=,".contains($0) }
      for (index, word) in words.enumerated() where keywords.contains(word) && index + 1 < words.count {
        let name = words[index + 1]
        names.insert(String(name))
        if let last = name.split(separator: ".").last { names.insert(String(last)) }
      }
    }
    return names
  }

  private static let visibilities: Set<Substring> = ["public", "package", "internal", "fileprivate", "private"]

  /// Lines without `//` comments; string literals are left as they are.
  private var codeLines: [Substring] {
    text.split(separator: "\n").map { line in
      guard let comment = line.range(of: "//") else { return line }
      return line[..<comment.lowerBound]
    }
  }
}
