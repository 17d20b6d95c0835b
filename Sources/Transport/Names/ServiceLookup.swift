internal import CResolver

/// Asks the DNS for SRV records, through the system's resolver (libresolv) and the servers of `/etc/resolv.conf`.
public enum ServiceLookup {
  /// The records of a name such as `_submissions._tcp.example.com`, by priority; none where there are none.
  public static func records(
    of name: String, from server: NameServer? = nil, seconds: Int = 6
  ) throws(ServiceRecordFault) -> [ServiceRecord] {
    var answer = [UInt8](repeating: 0, count: 65_536)
    var fault: Int32 = 0
    let length = unsafe answer.withUnsafeMutableBufferPointer { room in
      unsafe cresolver_ask_srv(
        name, server?.address, Int32(server?.port ?? 53), Int32(seconds), room.baseAddress, Int32(room.count), &fault)
    }
    guard length >= 0 else {
      if fault == HOST_NOT_FOUND || fault == NO_DATA { return [] }
      throw .noAnswer
    }
    var records: [ServiceRecord] = []
    var index: Int32 = 0
    while true {
      var record = cresolver_srv()
      let kind = unsafe answer.withUnsafeBufferPointer { bytes in
        unsafe cresolver_read_srv(bytes.baseAddress, length, index, &record)
      }
      if kind < 0 { break }
      index += 1
      guard kind == 1 else { continue }
      let target = unsafe withUnsafePointer(to: &record.target) {
        unsafe $0.withMemoryRebound(to: CChar.self, capacity: 1025) { unsafe String(cString: $0) }
      }
      records.append(
        ServiceRecord(
          priority: Int(record.priority), weight: Int(record.weight), port: Int(record.port),
          target: target.isEmpty ? "." : target.lowercased()))
    }
    return records.sorted {
      ($0.priority, -$0.weight, $0.target, $0.port) < ($1.priority, -$1.weight, $1.target, $1.port)
    }
  }
}
