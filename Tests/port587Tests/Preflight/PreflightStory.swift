import Foundation
import Testing

/// One folder of `fixtures/preflight`: settings as a server gave them, and what must be said about them.
struct PreflightStory: Decodable, Sendable, CustomTestStringConvertible {
  /// Options of `port587 preflight`; a name that is a file of the folder stands for its path.
  let options: [String]
  /// The exit status.
  let status: Int32
  /// The phase; null when it cannot be known.
  let phase: Int?
  /// Every blocker that failed, and no other.
  let blockers: [String]
  /// Every finding that failed, and no other.
  let fails: [String]
  /// Every finding that warns, and no other.
  let warns: [String]
  private(set) var name = ""

  var testDescription: String { name }

  private enum CodingKeys: String, CodingKey {
    case options, status, phase, blockers, fails, warns
  }

  /// Where the stories are.
  static let root = SourceTree.root.appendingPathComponent("fixtures/preflight")

  /// All of them, by name.
  static let all: [PreflightStory] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
    return names.sorted().compactMap { name in
      let file = root.appendingPathComponent(name).appendingPathComponent("expect.json")
      guard let data = try? Data(contentsOf: file) else { return nil }
      var story = try? JSONDecoder().decode(PreflightStory.self, from: data)
      story?.name = name
      return story
    }
  }()

  /// The arguments of the program.
  var arguments: [String] {
    let folder = PreflightStory.root.appendingPathComponent(name)
    return ["preflight"]
      + options.map { option in
        let file = folder.appendingPathComponent(option)
        return FileManager.default.fileExists(atPath: file.path) ? file.path : option
      }
  }
}
