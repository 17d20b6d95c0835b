import Yams

/// A mapping of the configuration whose keys are taken one by one, so that what is left over is noticed.
struct ConfigurationSection {
  /// A key with its place and value.
  struct Entry {
    let key: String
    let mark: Mark?
    let value: Node
  }

  /// The way to it; empty for the whole file.
  let path: String
  /// Where it begins.
  let mark: Mark?
  private var entries: [Entry]
  /// Every key that was asked for.
  private(set) var known: [String] = []

  init(path: String, mark: Mark?, entries: [Entry]) {
    self.path = path
    self.mark = mark
    self.entries = entries
  }

  /// Takes a key out.
  mutating func take(_ key: String) -> Entry? {
    known.append(key)
    guard let place = entries.firstIndex(where: { $0.key == key }) else { return nil }
    return entries.remove(at: place)
  }

  /// What nobody asked for.
  var rest: [Entry] { entries }

  /// The way to a key of it.
  func way(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }
}
