/// A stretch of the page: a template and what it is given.
struct HTMLSection: Sendable {
  /// The template.
  let template: String
  /// Its names.
  let context: HTMLContext
}
