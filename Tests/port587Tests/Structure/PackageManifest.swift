import Foundation

/// The targets of `Package.swift` with the names they depend on, read from its text.
struct PackageManifest {
  /// Dependencies by target: targets by name, products by product name.
  let dependencies: [String: Set<String>]

  /// Reads `.target(name: "Reporting", dependencies: ["MailModel", .product(name: "Mustache", package: "…")], …)`.
  init(text: String) {
    var found: [String: Set<String>] = [:]
    for kind in [".target(", ".executableTarget(", ".testTarget("] {
      for call in PackageManifest.bodies(of: kind, in: text) {
        let name = PackageManifest.strings(in: PackageManifest.argument("name:", of: call) ?? "").first
        guard let name else { continue }
        let list = PackageManifest.argument("dependencies:", of: call) ?? ""
        // A `.target(name:)` inside a dependency list is met here too, with nothing to add.
        found[name, default: []].formUnion(PackageManifest.names(inList: list))
      }
    }
    dependencies = found
  }

  /// The texts between the parentheses of every call of `opening`.
  private static func bodies(of opening: String, in text: String) -> [Substring] {
    var bodies: [Substring] = []
    var rest = text[...]
    while let start = rest.range(of: opening) {
      let body = balanced(rest[start.upperBound...], open: "(", close: ")")
      bodies.append(body)
      rest = rest[body.endIndex...]
    }
    return bodies
  }

  /// What stands behind a label: a string, or the inside of `[…]`.
  private static func argument(_ label: String, of call: Substring) -> Substring? {
    guard let start = call.range(of: label) else { return nil }
    let value = call[start.upperBound...].drop { $0.isWhitespace }
    if value.first == "[" { return balanced(value.dropFirst(), open: "[", close: "]") }
    return value.prefix { $0 != "," && $0 != ")" }
  }

  /// The text up to the closing bracket that belongs to an opening one just before it.
  private static func balanced(_ text: Substring, open: Character, close: Character) -> Substring {
    var depth = 1
    for index in text.indices {
      if text[index] == open { depth += 1 }
      if text[index] == close { depth -= 1 }
      if depth == 0 { return text[..<index] }
    }
    return text
  }

  /// Plain names of a dependency list, and the `name:` of its products.
  private static func names(inList list: Substring) -> Set<String> {
    var plain = String(list)
    var names: Set<String> = []
    for opening in [".product(", ".target("] {
      for body in bodies(of: opening, in: plain) {
        if let name = strings(in: argument("name:", of: body) ?? "").first { names.insert(name) }
        plain = plain.replacingOccurrences(of: opening + body + ")", with: "")
      }
    }
    return names.union(strings(in: plain[...]))
  }

  private static func strings(in text: Substring) -> [String] {
    text.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
  }
}
