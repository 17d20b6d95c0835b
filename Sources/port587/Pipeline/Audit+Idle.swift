import MailModel

/// Options about ports that had no effect: somebody who gives one is not to believe that it did something.
extension Audit {
  /// Names the patterns that stand for no source, and shows a path that they could stand for.
  func sayIdle(_ planner: SourcePlanner) {
    guard let example = planner.sources.first?.path else { return }
    for pattern in planner.idlePatterns {
      Console.note("port587: --port-of-path \(pattern) matches none of the logs; one of them is \(example)")
    }
  }

  /// Names the addresses to which no connection came, and shows those to which some did.
  func sayIdle(_ listeners: Set<IPAddress>) {
    guard !options.quiet else { return }
    let seen = listeners.sorted().prefix(8).map(\.description).joined(separator: ", ")
    for said in options.portOfAddress where !listeners.contains(said.address) {
      let others = seen.isEmpty ? "they show no local address" : "local addresses in the logs: \(seen)"
      Console.note("port587: --port-of-address \(said.address): no connection in the logs came to it; \(others)")
    }
  }
}
