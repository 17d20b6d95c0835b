/// The instructions for one client in one language.
struct ClientText: Sendable, Equatable {
  /// What it is called.
  var title = ""
  /// Whether somebody has followed the menus on a current build.
  var isVerified = false
  /// Where the settings are.
  var path = ""
  /// What to do there.
  var steps: [String] = []
  /// What else to know.
  var note: String?
  /// The maker's own page.
  var link: String?
}
