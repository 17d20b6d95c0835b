internal import Glibc
public import MailModel
internal import Synchronization

/// Asks the system's resolver for every address of a host.
public enum NameResolution {
  /// All A and AAAA records, in the resolver's order, each once.
  ///
  /// The system's resolver cannot be interrupted: when it takes longer than the deadline, its thread is left to end by itself.
  public static func addresses(
    of host: String, until deadline: ContinuousClock.Instant
  ) throws(NameFault) -> [IPAddress] {
    if let literal = IPAddress(host) { return [literal] }
    let answer = Answer()
    WorkerThread.start { answer.set(ask(host)) }
    while true {
      if let result = answer.get() { return try result.get() }
      guard deadline > .now else { throw .timedOut }
      usleep(2000)
    }
  }

  private final class Answer: Sendable {
    private let result = Mutex<Result<[IPAddress], NameFault>?>(nil)
    func set(_ value: Result<[IPAddress], NameFault>) { result.withLock { $0 = value } }
    func get() -> Result<[IPAddress], NameFault>? { result.withLock { $0 } }
  }

  private static func ask(_ host: String) -> Result<[IPAddress], NameFault> {
    var hints = unsafe addrinfo()
    unsafe hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var list: UnsafeMutablePointer<addrinfo>?
    let code = unsafe getaddrinfo(host, nil, &hints, &list)
    if code == EAI_AGAIN { return .failure(.timedOut) }
    guard code == 0 else { return .failure(.unresolvable(unsafe String(cString: gai_strerror(code)))) }
    defer { unsafe freeaddrinfo(list) }
    var found: [IPAddress] = []
    var next = unsafe list
    while let entry = unsafe next {
      var text = [CChar](repeating: 0, count: Int(NI_MAXHOST))
      let named = unsafe getnameinfo(
        entry.pointee.ai_addr, entry.pointee.ai_addrlen, &text, socklen_t(text.count), nil, 0, NI_NUMERICHOST)
      let bytes = text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
      if named == 0, let address = IPAddress(String(decoding: bytes, as: UTF8.self)), !found.contains(address) {
        found.append(address)
      }
      unsafe next = entry.pointee.ai_next
    }
    return .success(found)
  }
}
