import Foundation
import Testing

/// Holds the picture of `docs/architecture.md` against the sources.
@Suite("Structure")
struct StructureTests {
  @Test("every target under Sources has its row in the table of imports")
  func tableIsComplete() throws {
    let known = Set(ModuleRule.table.map(\.target)).union(ModuleRule.systemLibraries)
    for target in try SourceTree.targets() {
      #expect(known.contains(target), "Sources/\(target): add it to ModuleRule.table and docs/architecture.md")
    }
  }

  @Test("a target imports what its row allows and nothing else", arguments: ModuleRule.table)
  func imports(rule: ModuleRule) throws {
    guard try SourceTree.targets().contains(rule.target) else { return }
    let allowed = rule.modules.union(rule.system)
    for file in try SourceTree.swiftFiles(below: "Sources/\(rule.target)") {
      for module in file.imports {
        #expect(allowed.contains(module), "\(file.path) imports \(module)")
      }
    }
  }

  @Test("Package.swift declares no dependency that the table does not allow")
  func manifest() throws {
    let manifest = PackageManifest(text: try SourceTree.text(of: "Package.swift"))
    for target in try SourceTree.targets() where !ModuleRule.systemLibraries.contains(target) {
      let declared = try #require(manifest.dependencies[target], "Package.swift has no target \(target)")
      let rule = try #require(ModuleRule.table.first { $0.target == target })
      #expect(
        declared.isSubset(of: rule.modules), "\(target) depends on \(declared.subtracting(rule.modules).sorted())")
    }
  }

  @Test("nothing depends on a program but its own tests")
  func programsAreAtTheEnd() throws {
    let manifest = PackageManifest(text: try SourceTree.text(of: "Package.swift"))
    for (target, declared) in manifest.dependencies.sorted(by: { $0.key < $1.key }) {
      for program in ModuleRule.executables where target != "\(program)Tests" {
        #expect(!declared.contains(program), "\(target) depends on the program \(program)")
      }
    }
    for target in try SourceTree.targets() {
      for file in try SourceTree.swiftFiles(below: "Sources/\(target)") {
        #expect(ModuleRule.executables.isDisjoint(with: file.imports), "\(file.path) imports a program")
      }
    }
  }

  @Test("a file is named after what it declares")
  func fileNames() throws {
    let exempt: Set<String> = ["main", "Package"]
    for file in try SourceTree.swiftFiles(below: "Sources") where !exempt.contains(file.stem) {
      // `SMTPReply+Parsing.swift` extends SMTPReply.
      let stem = String(file.stem.prefix { $0 != "+" })
      let types = file.declaredTypes
      let extended = file.extendedTypes
      // A file that only extends a type of the language (`extension [UInt8]`) is named after what it adds.
      let onlyAdds = types.isEmpty && !extended.isEmpty && !file.stem.contains("+")
      #expect(
        onlyAdds || types.union(extended).contains(stem),
        "\(file.path) declares no \(stem): \(types.union(extended).sorted())")
    }
  }

  @Test("no two files of a target have one name")
  func fileNamesAreUnique() throws {
    for target in try SourceTree.targets() {
      let stems = try SourceTree.swiftFiles(below: "Sources/\(target)").map(\.stem)
      #expect(stems.count == Set(stems).count, "Sources/\(target): \(stems.sorted())")
    }
  }

  @Test("tests mirror sources: every target has its test target")
  func everyTargetIsTested() throws {
    let manifest = PackageManifest(text: try SourceTree.text(of: "Package.swift"))
    for rule in ModuleRule.table where try SourceTree.targets().contains(rule.target) {
      #expect(manifest.dependencies["\(rule.target)Tests"]?.contains(rule.target) == true, "\(rule.target)Tests")
    }
  }

  @Test("the table of docs/architecture.md names every target")
  func documented() throws {
    let page = try SourceTree.text(of: "docs/architecture.md")
    for target in try SourceTree.targets() {
      #expect(page.contains("| `\(target)` |"), "docs/architecture.md has no row for \(target)")
    }
  }
}
