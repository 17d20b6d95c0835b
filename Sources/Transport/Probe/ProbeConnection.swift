internal import CCurl
internal import Glibc
public import MailModel

/// One connection on which the caller says every byte, first in clear and, when it asks for it, through TLS.
///
/// libcurl opens it (CONNECT_ONLY on `http://` is a bare socket) and does the handshake (CONNECT_ONLY on `https://`, given that
/// socket); nothing of SMTP is left to libcurl, so that a refusal ends nothing. One thread at a time uses it.
@safe public final class ProbeConnection {
  private var handle: UnsafeMutableRawPointer
  private let address: IPAddress
  private let port: Int

  /// Prepares a connection to one address; nothing is sent.
  public init?(address: IPAddress, port: Int) {
    guard curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK, let made = unsafe curl_easy_init() else { return nil }
    unsafe handle = made
    self.address = address
    self.port = port
    setUp("http://\(hostPart):\(port)/")
  }

  deinit {
    unsafe curl_easy_cleanup(handle)
    unsafe errorText.deallocate()
  }

  /// Opens the connection.
  public func connect(until deadline: ContinuousClock.Instant) -> ConnectOutcome {
    set(CURLOPT_CONNECTTIMEOUT_MS, ProbeConnection.milliseconds(until: deadline))
    let code = unsafe curl_easy_perform(handle)
    if code == CURLE_OK { return .open }
    var number = 0
    unsafe _ = ccurl_get_long(handle, CURLINFO_OS_ERRNO, &number)
    switch Int32(truncatingIfNeeded: number) {
    case ECONNREFUSED: return .refused
    case ENETUNREACH, EHOSTUNREACH, EADDRNOTAVAIL, EAFNOSUPPORT:
      return .unroutable(unsafe String(cString: strerror(Int32(truncatingIfNeeded: number))))
    case ETIMEDOUT: return .timedOut
    default:
      if code == CURLE_OPERATION_TIMEDOUT { return .timedOut }
      return .failed(unsafe String(cString: curl_easy_strerror(code)))
    }
  }

  /// Sends all of it; false when the connection is gone or the deadline came first.
  public func send(_ bytes: [UInt8], until deadline: ContinuousClock.Instant) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      var sent = 0
      let code = unsafe rest.withUnsafeBytes { unsafe curl_easy_send(handle, $0.baseAddress, $0.count, &sent) }
      if code == CURLE_OK {
        rest = rest.dropFirst(sent)
      } else if code == CURLE_AGAIN {
        guard wait(for: POLLOUT, until: deadline) else { return false }
      } else {
        return false
      }
    }
    return true
  }

  /// Waits for the next bytes.
  public func receive(until deadline: ContinuousClock.Instant) -> ReceiveOutcome {
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      var count = 0
      let code = unsafe buffer.withUnsafeMutableBytes {
        unsafe curl_easy_recv(handle, $0.baseAddress, $0.count, &count)
      }
      if code == CURLE_OK { return count == 0 ? .closed : .bytes(Array(buffer[..<count])) }
      guard code == CURLE_AGAIN else { return .closed }
      guard wait(for: POLLIN, until: deadline) else { return .timedOut }
    }
  }

  /// Makes the handshake on the connection as it stands; what is said afterwards goes through TLS.
  ///
  /// No certificate makes it fail: the caller gets to see what the server showed and judges it.
  public func startTLS(_ request: TLSRequest, until deadline: ContinuousClock.Instant) -> HandshakeOutcome {
    let socket = unsafe dup(ccurl_active_socket(handle))
    guard socket >= 0, let made = unsafe curl_easy_init() else { return .failed("the connection is gone") }
    unsafe curl_easy_cleanup(handle)
    unsafe handle = made
    setUp("https://\(ProbeConnection.isAddress(request.serverName) ? hostPart : request.serverName):\(port)/")
    unsafe _ = ccurl_adopt_socket(handle, socket)
    let route = unsafe curl_slist_append(nil, "::\(hostPart):\(port)")
    defer { unsafe curl_slist_free_all(route) }
    unsafe _ = ccurl_set_pointer(handle, CURLOPT_CONNECT_TO, UnsafeRawPointer(route))
    offer(request)
    set(CURLOPT_CONNECTTIMEOUT_MS, ProbeConnection.milliseconds(until: deadline))
    var note = ccurl_tls_note()
    let code = unsafe withUnsafeMutablePointer(to: &note) { note in
      unsafe _ = ccurl_watch_tls(handle, note)
      let code = unsafe curl_easy_perform(handle)
      set(CURLOPT_VERBOSE, 0)
      return code
    }
    var verify = 0
    unsafe _ = ccurl_get_long(handle, CURLINFO_SSL_VERIFYRESULT, &verify)
    if code == CURLE_PEER_FAILED_VERIFICATION, verify != 0 { return .untrusted(verifyCode: verify) }
    guard code == CURLE_OK else { return failure(code) }
    let line = unsafe withUnsafePointer(to: &note.text) {
      unsafe $0.withMemoryRebound(to: CChar.self, capacity: 128) { unsafe String(cString: $0) }
    }
    let words = line.split(separator: " ").filter { $0 != "/" }
    var chain: [String] = []
    while let text = unsafe ccurl_certificate(handle, Int32(chain.count)) { chain.append(unsafe String(cString: text)) }
    return .done(
      TLSFacts(
        version: words.first.map(String.init) ?? "", cipher: words.dropFirst().first.map(String.init) ?? "",
        verifyCode: request.checksChain ? verify : nil, chain: chain))
  }

  private func failure(_ code: CURLcode) -> HandshakeOutcome {
    if code == CURLE_OPERATION_TIMEDOUT { return .timedOut }
    let text = unsafe String(cString: errorText)
    let words = text.isEmpty ? unsafe String(cString: curl_easy_strerror(code)) : text
    // OpenSSL 3 says "unexpected eof", libcurl "Connection reset by peer" or SSL_ERROR_SYSCALL, when the other side hangs up.
    let isEnd = ["eof", "reset", "SYSCALL"].contains { words.contains($0) }
    return isEnd ? .closed(words) : .failed(words)
  }

  /// Where libcurl writes what went wrong.
  private let errorText: UnsafeMutablePointer<CChar> = {
    let text = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))
    unsafe text.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    return unsafe text
  }()

  private func setUp(_ url: String) {
    set(CURLOPT_URL, url)
    set(CURLOPT_CONNECT_ONLY, 1)
    set(CURLOPT_PROXY, "")
    set(CURLOPT_NOSIGNAL, 1)
    unsafe _ = ccurl_set_pointer(handle, CURLOPT_ERRORBUFFER, errorText)
  }

  private func offer(_ request: TLSRequest) {
    // A failed check hides the certificate, and without the check libcurl loads no roots: seeing both takes two handshakes.
    set(CURLOPT_SSL_VERIFYPEER, request.checksChain ? 1 : 0)
    set(CURLOPT_SSL_VERIFYHOST, 0)
    set(CURLOPT_CERTINFO, 1)
    set(CURLOPT_SSL_ENABLE_ALPN, 0)
    set(CURLOPT_SSL_SESSIONID_CACHE, 0)
    if let caFile = request.caFile {
      set(CURLOPT_CAINFO, caFile)
      unsafe _ = ccurl_set_pointer(handle, CURLOPT_CAPATH, nil)
    }
    switch request.offer {
    case .usual: break
    case .oldVersions:
      set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_0) | Int(CURL_SSLVERSION_MAX_TLSv1_1))
      set(CURLOPT_SSL_CIPHER_LIST, "ALL:@SECLEVEL=0")
    case .rsaKeyExchange:
      set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2) | Int(CURL_SSLVERSION_MAX_TLSv1_2))
      set(CURLOPT_SSL_CIPHER_LIST, "kRSA:@SECLEVEL=0")
    }
  }

  private func wait(for events: Int32, until deadline: ContinuousClock.Instant) -> Bool {
    let left = ProbeConnection.milliseconds(until: deadline)
    guard deadline > .now else { return false }
    var watched = pollfd(fd: unsafe ccurl_active_socket(handle), events: Int16(events), revents: 0)
    return unsafe poll(&watched, 1, Int32(left)) > 0
  }

  private var hostPart: String { address.isIPv4 ? "\(address)" : "[\(address)]" }
  private func set(_ option: CURLoption, _ text: String) { unsafe _ = ccurl_set_pointer(handle, option, text) }
  private func set(_ option: CURLoption, _ value: Int) { unsafe _ = ccurl_set_long(handle, option, value) }

  private static func isAddress(_ name: String) -> Bool { IPAddress(name) != nil }

  /// 1 when the deadline is past: 0 would mean no limit to libcurl.
  private static func milliseconds(until deadline: ContinuousClock.Instant) -> Int {
    let parts = (deadline - .now).components
    let left = parts.seconds * 1000 + parts.attoseconds / 1_000_000_000_000_000
    return Int(max(1, min(left, 3_600_000)))
  }
}
