import IceWarpAdmin
import MailModel

/// Feeds bytes as a bypass file, alone, with itself included, and with lines put behind it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  let file = BypassFile.parse(bytes)
  precondition(file.bytes == bytes, "the file is not kept as it is")
  var last = 0
  for line in file.lines {
    precondition(line.number > last, "lines out of order")
    last = line.number
    let alone = BypassFile.parse(line.bytes).lines
    // A line that is cut out of its file may begin with what would be the mark of another encoding.
    if !line.bytes.starts(with: [0xff, 0xfe]), !line.bytes.starts(with: [0xfe, 0xff]),
      !line.bytes.starts(with: [0xef, 0xbb, 0xbf])
    {
      precondition(alone.count == 1, "a line alone is \(alone.count) lines")
      precondition(
        alone.map(\.kind) == [line.kind] && alone.map(\.isValid) == [line.isValid], "a line alone is another")
    }
    precondition(line.isValid || line.matches(IPAddress(ipv4: 0xc000_0201)) != true, "a line without meaning matches")
    _ = line.risk(localDomains: ["example.com"])
    _ = line.matches(sender: "form@example.com")
  }
  precondition(file.appending([]).starts(with: bytes), "what is there does not stay")
  if file.isExtensible {
    let longer = file.appending(["i:192.0.2.60"])
    precondition(longer.starts(with: bytes) && longer.suffix(14) == Array("i:192.0.2.60\r\n".utf8)[...])
    let read = BypassFile.parse(longer)
    precondition(read.lines.dropLast().map(\.bytes) == file.lines.map(\.bytes), "a line behind the others changes them")
    precondition(read.lines.last?.matches(IPAddress(ipv4: 0xc000_023c)) == true, "the line is not found again")
  }
  judge(bytes)
  return 0
}

private func judge(_ bytes: [UInt8]) {
  let tree = BypassTree(name: "bypass.dat", bytes: bytes) { path, _ in
    path.utf8.count % 2 == 0 ? .found(name: path, bytes: bytes) : .missing(reason: "not there")
  }
  let report = BypassJudge(
    tree: tree, notebook: nil, world: nil, localDomains: ["example.com"], idleAfterDays: 90, now: Timestamp(seconds: 0)
  ).report()
  precondition(report.lines.count == tree.file.lines.count, "lines are lost")
}
