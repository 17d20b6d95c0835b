/// A host as a publication writes it.
enum PublishedHost {
  /// Lower case, without the dot at its end, with the domain in place of `%EMAILDOMAIN%`.
  static func filled(_ host: String, domain: String) -> String {
    var name = host.lowercased().replacing("%emaildomain%", with: domain)
    if name.hasSuffix("."), name.count > 1 { name.removeLast() }
    return name
  }
}
