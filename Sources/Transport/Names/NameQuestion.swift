internal import CResolver

/// One question to the DNS, through the system's resolver (libresolv) and the servers of `/etc/resolv.conf`.
struct NameQuestion {
  /// One record of the answer.
  enum Record {
    case service(ServiceRecord)
    /// Another name for what was asked (CNAME), lower case.
    case alias(String)
    /// The bytes of a CAA record.
    case authority([UInt8])
  }

  /// What came back.
  enum Reply {
    case records([Record])
    /// The name is there and has no such record.
    case empty
    /// There is no such name.
    case noSuchName
  }

  let name: String
  let server: NameServer?
  let seconds: Int

  /// Asks for records of a kind.
  func ask(_ type: Int32) throws(ServiceRecordFault) -> Reply {
    var answer = [UInt8](repeating: 0, count: 65_536)
    var fault: Int32 = 0
    let length = unsafe answer.withUnsafeMutableBufferPointer { room in
      unsafe cresolver_ask(
        name, type, server?.address, Int32(server?.port ?? 53), Int32(seconds), room.baseAddress, Int32(room.count),
        &fault)
    }
    guard length >= 0 else {
      if fault == HOST_NOT_FOUND { return .noSuchName }
      if fault == NO_DATA { return .empty }
      throw .noAnswer
    }
    var records: [Record] = []
    var index: Int32 = 0
    while true {
      var record = cresolver_record()
      let kind = unsafe answer.withUnsafeBufferPointer { bytes in
        unsafe cresolver_read(bytes.baseAddress, length, index, &record)
      }
      if kind < 0 { break }
      index += 1
      switch kind {
      case CRESOLVER_SRV:
        let target = NameQuestion.target(&record)
        records.append(
          .service(
            ServiceRecord(
              priority: Int(record.priority), weight: Int(record.weight), port: Int(record.port), target: target)))
      case CRESOLVER_CNAME: records.append(.alias(NameQuestion.target(&record)))
      case CRESOLVER_CAA:
        let end = Int(record.offset) + Int(record.size)
        if record.offset >= 0, end <= answer.count {
          records.append(.authority(Array(answer[Int(record.offset)..<end])))
        }
      default: break
      }
    }
    return .records(records)
  }

  /// A name of the answer, lower case; `.` for the root.
  private static func target(_ record: inout cresolver_record) -> String {
    let text = unsafe withUnsafePointer(to: &record.target) {
      unsafe $0.withMemoryRebound(to: CChar.self, capacity: 1025) { unsafe String(cString: $0) }
    }
    return text.isEmpty ? "." : text.lowercased()
  }
}
