import Testing

/// The structure tests can fail: what they read is read rightly.
@Suite("Structure, reading")
struct StructureReadingTests {
  @Test(
    "imports of a file",
    arguments: [
      ("import MailModel", ["MailModel"]),
      ("public import MailModel\nimport Glibc", ["MailModel", "Glibc"]),
      ("@testable import port587", ["port587"]),
      ("import struct Foundation.Data", ["Foundation"]),
      ("@_exported public import CArchive  // why", ["CArchive"]),
      ("// import Mustache", []),
      ("  let words = \"we import mail\"", []),
    ])
  func imports(text: String, expected: [String]) {
    #expect(SourceFile(path: "Sources/A/B.swift", text: text).imports == expected)
  }

  @Test(
    "names that a file declares",
    arguments: [
      ("public struct Tally: Sendable {", "Tally"),
      ("struct LineCursor<Source>: ~Copyable {", "LineCursor"),
      ("extension MailModel.Readiness {", "Readiness"),
      ("public protocol LogFormat: Sendable {", "LogFormat"),
      ("actor Ledger{", "Ledger"),
    ])
  func declaredNames(text: String, expected: String) {
    let file = SourceFile(path: "Sources/A/\(expected).swift", text: text)
    let names = file.declaredTypes.union(file.extendedTypes)
    #expect(names.contains(expected))
    #expect(file.stem == expected)
    #expect(!names.contains("Sendable"))
    #expect(file.extendedTypes.isEmpty != text.hasPrefix("extension"))
  }

  @Test("dependencies of a manifest")
  func manifest() {
    let manifest = PackageManifest(
      text: """
        .target(name: "MailModel", swiftSettings: strict),
        .target(
          name: "Reporting",
          dependencies: ["MailModel", .product(name: "Mustache", package: "swift-mustache")],
          swiftSettings: strict),
        .executableTarget(name: "port587", dependencies: [.target(name: "Reporting")]),
        .testTarget(name: "port587Tests", dependencies: ["port587", "TestSupport"]),
        """)
    #expect(
      manifest.dependencies == [
        "MailModel": [], "Reporting": ["MailModel", "Mustache"], "port587": ["Reporting"],
        "port587Tests": ["port587", "TestSupport"],
      ])
  }
}
