import ArgumentParser

/// Paths that are empty, as an unset variable leaves them (`--output "$OUT"`): they would mean the current folder.
enum EmptyPath {
  /// Refuses the first of these options that was given without a path.
  static func refuse(_ options: (name: String, path: String?)...) throws {
    for option in options where option.path?.isEmpty == true {
      throw ValidationError("\(option.name) was given an empty path; is a variable unset?")
    }
  }
}
