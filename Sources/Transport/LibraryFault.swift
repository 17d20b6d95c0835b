/// Says what to do when a library that is loaded on demand is not there.
enum LibraryFault {
  /// The sentence for the administrator; nil without a reason.
  static func words(of library: String, package: String, reason: String?) -> String? {
    reason.map { "\(library) cannot be loaded (\($0)); on Debian or Ubuntu run: apt-get install \(package)" }
  }
}
