/// The instructions for one client in one language.
struct ClientText: Sendable, Equatable {
  /// What it is called.
  var title = ""
  /// Whether the names were held against a current build, or against what its makers publish.
  var isVerified = false
  /// What they were held against.
  var source: String?
  /// Where the settings are.
  var path = ""
  /// What to do there.
  var steps: [ClientStep] = []
  /// What else to know.
  var note: String?
  /// The maker's own page.
  var link: String?
}
