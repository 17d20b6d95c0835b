import IceWarpAdmin
import MailModel

/// Feeds bytes as a bypass file, alone, with itself included, and with lines put behind it.
enum FuzzBypass: FuzzTarget {
  static let seeds = "bypass"

  static func feed(_ bytes: [UInt8]) throws {
    let file = BypassFile.parse(bytes)
    try Contradiction.unless(file.bytes == bytes, "the file is not kept as it is")
    var last = 0
    for line in file.lines {
      try Contradiction.unless(line.number > last, "lines out of order")
      last = line.number
      let alone = BypassFile.parse(line.bytes).lines
      // A line that is cut out of its file may begin with what would be the mark of another encoding.
      if !line.bytes.starts(with: [0xff, 0xfe]), !line.bytes.starts(with: [0xfe, 0xff]),
        !line.bytes.starts(with: [0xef, 0xbb, 0xbf])
      {
        try Contradiction.unless(alone.count == 1, "a line alone is \(alone.count) lines")
        try Contradiction.unless(
          alone.map(\.kind) == [line.kind] && alone.map(\.isValid) == [line.isValid], "a line alone is another")
      }
      try Contradiction.unless(
        line.isValid || line.matches(IPAddress(ipv4: 0xc000_0201)) != true, "a line without meaning matches")
      _ = line.risk(localDomains: ["example.com"])
      _ = line.matches(sender: "form@example.com")
    }
    try Contradiction.unless(file.appending([]).starts(with: bytes), "what is there does not stay")
    if file.isExtensible {
      let longer = file.appending(["i:192.0.2.60"])
      try Contradiction.unless(
        longer.starts(with: bytes) && longer.suffix(14) == Array("i:192.0.2.60\r\n".utf8)[...],
        "the line is not at the end")
      let read = BypassFile.parse(longer)
      try Contradiction.unless(
        read.lines.dropLast().map(\.bytes) == file.lines.map(\.bytes), "a line behind the others changes them")
      try Contradiction.unless(
        read.lines.last?.matches(IPAddress(ipv4: 0xc000_023c)) == true, "the line is not found again")
    }
    try judge(bytes)
  }
}

private func judge(_ bytes: [UInt8]) throws {
  let tree = BypassTree(name: "bypass.dat", bytes: bytes) { path, _ in
    path.utf8.count % 2 == 0
      ? .found(name: path, bytes: bytes) : .missing(reason: TranslatedText(verbatim: "not there"))
  }
  let report = BypassJudge(
    tree: tree, notebook: nil, world: nil, localDomains: ["example.com"], idleAfterDays: 90, now: Timestamp(seconds: 0)
  ).report()
  try Contradiction.unless(report.lines.count == tree.file.lines.count, "lines are lost")
}
