import ArgumentParser

/// A mail domain: `example.com`; `@example.com` and `example.com.` are understood as well.
struct DomainArgument: Sendable, Equatable {
  /// What has to stand there.
  static let wanted = "the name of one domain, such as example.com"

  /// In lower case, as the names of a log are compared.
  let name: String

  init?(_ text: String) {
    var name = Substring(text.lowercased())
    if name.hasPrefix("@") { name.removeFirst() }
    if name.hasSuffix(".") { name.removeLast() }
    let labels = name.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...253).contains(name.utf8.count), labels.allSatisfy(DomainArgument.isLabel) else { return nil }
    self.name = String(name)
  }

  /// Reads the value of an option.
  static func read(_ text: String) throws -> DomainArgument {
    guard let domain = DomainArgument(text) else {
      let list =
        text.contains(where: { ",; ".contains($0) }) ? " Several are given one by one, each with the option." : ""
      throw ValidationError("It wants \(wanted).\(list)")
    }
    return domain
  }

  /// Letters of any script, digits, hyphens, and the underscores of Windows domains.
  private static func isLabel(_ label: Substring) -> Bool {
    (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
      && label.unicodeScalars.allSatisfy { scalar in
        scalar.isASCII
          ? (0x30...0x39).contains(scalar.value) || (0x61...0x7a).contains(scalar.value) || scalar == "-"
            || scalar == "_"
          : scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            || scalar.properties.canonicalCombiningClass != .notReordered
      }
  }
}
