extension Audit {
  /// Says which sources hold what others hold too.
  func sayRepeated(_ duplicates: [DiscoveredInputs.Duplicate]) {
    for twin in duplicates {
      switch twin.kind {
      case .sameFile: Console.note("port587: \(twin.path) is the same file as \(twin.first); it was read once")
      case .copy: Console.note("port587: \(twin.path) holds the same log as \(twin.first); it was read once")
      case .someLines:
        Console.note("port587: some lines of \(twin.path) stand in \(twin.first) or beside it too; they were read once")
      case .sameLines:
        Console.note(
          "port587: \(twin.path) holds only lines that stand in \(twin.first) or beside it; they were read once")
      }
    }
  }

  /// Says which pairs of sources hold some lines both: the numbers are wrong then.
  func sayOverlaps(_ overlaps: [String]) {
    for pair in overlaps {
      Console.note(
        "port587: \(pair) hold some lines both, which count twice; name the logs that are to be read one by one")
    }
  }
}
