internal import Glibc
public import MailModel

/// Asks the system's resolver for every address of a host.
public enum NameResolution {
  /// All A and AAAA records, in the resolver's order, each once.
  ///
  /// The system's resolver cannot be interrupted: when it takes longer than the deadline, its thread is left to end by itself.
  public static func addresses(
    of host: String, until deadline: ContinuousClock.Instant
  ) throws(NameFault) -> [IPAddress] {
    if let literal = IPAddress(host) { return [literal] }
    guard let answer = LeftBehind.result(until: deadline, { ask(host) }) else { throw .timedOut }
    return try answer.get()
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
