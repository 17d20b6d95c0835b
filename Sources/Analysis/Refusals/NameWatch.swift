/// Watches for the words behind which Postfix writes a login name, which may hold blanks:
/// `Sender address rejected: not owned by user bob`.
struct NameWatch {
  private var sawBy = false

  private static let by = Array("by".utf8)
  private static let user = Array("user".utf8)

  /// Whether a name follows this word.
  mutating func ends(after word: ArraySlice<UInt8>) -> Bool {
    let follows = sawBy && word.elementsEqual(NameWatch.user)
    sawBy = word.elementsEqual(NameWatch.by)
    return follows
  }
}
