import ArgumentParser

/// A host name or domain, in lower case, without a dot at its end.
struct HostArgument: ExpressibleByArgument, Sendable {
  let name: String

  init?(argument: String) {
    var name = argument.lowercased()
    if name.hasSuffix(".") { name.removeLast() }
    let labels = name.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count > 1, name.utf8.count <= 253,
      labels.allSatisfy({ label in
        (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
          && label.utf8.allSatisfy { (48...57).contains($0) || (97...122).contains($0) || $0 == 45 }
      }), !labels[labels.count - 1].utf8.allSatisfy({ (48...57).contains($0) })
    else { return nil }
    self.name = name
  }
}
