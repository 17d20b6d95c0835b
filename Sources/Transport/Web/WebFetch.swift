internal import CCurl

/// Fetches small documents through libcurl, over HTTPS unless told otherwise, with certificate and name checked.
public enum WebFetch {
  /// More than this no document of ours has.
  public static let limit = 1 << 20

  /// Asks once, following at most five redirects, none of them away from HTTPS.
  public static func answer(_ request: WebRequest) throws(WebFault) -> WebAnswer {
    guard curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK, let handle = unsafe curl_easy_init() else {
      throw .failed("libcurl cannot be started")
    }
    defer { unsafe curl_easy_cleanup(handle) }
    func set(_ option: CURLoption, _ text: String) { unsafe _ = ccurl_set_pointer(handle, option, text) }
    func set(_ option: CURLoption, _ value: Int) { unsafe _ = ccurl_set_long(handle, option, value) }
    set(CURLOPT_URL, request.url)
    set(CURLOPT_PROTOCOLS_STR, "https,http")
    set(CURLOPT_REDIR_PROTOCOLS_STR, request.url.hasPrefix("https:") ? "https" : "https,http")
    set(CURLOPT_FOLLOWLOCATION, 1)
    set(CURLOPT_MAXREDIRS, 5)
    set(CURLOPT_POSTREDIR, 7)
    set(CURLOPT_PROXY, "")
    set(CURLOPT_NOSIGNAL, 1)
    set(CURLOPT_SSL_VERIFYPEER, 1)
    set(CURLOPT_SSL_VERIFYHOST, 2)
    set(CURLOPT_CONNECTTIMEOUT, request.seconds)
    set(CURLOPT_TIMEOUT, request.seconds)
    set(CURLOPT_USERAGENT, "port587")
    if let caFile = request.caFile {
      set(CURLOPT_CAINFO, caFile)
      unsafe _ = ccurl_set_pointer(handle, CURLOPT_CAPATH, nil)
    }
    var routes: UnsafeMutablePointer<curl_slist>?
    for route in request.routes { unsafe routes = curl_slist_append(routes, route) }
    var headers: UnsafeMutablePointer<curl_slist>?
    defer {
      unsafe curl_slist_free_all(routes)
      unsafe curl_slist_free_all(headers)
    }
    if unsafe routes != nil { unsafe _ = ccurl_set_pointer(handle, CURLOPT_CONNECT_TO, UnsafeRawPointer(routes)) }
    if let body = request.body {
      unsafe headers = curl_slist_append(headers, "Content-Type: text/xml; charset=utf-8")
      unsafe _ = ccurl_set_pointer(handle, CURLOPT_HTTPHEADER, UnsafeRawPointer(headers))
      set(CURLOPT_POST, 1)
      set(CURLOPT_POSTFIELDSIZE, body.count)
      unsafe body.withUnsafeBytes { unsafe _ = ccurl_set_pointer(handle, CURLOPT_COPYPOSTFIELDS, $0.baseAddress) }
    }
    let collector = WebCollector(limit: limit)
    unsafe _ = ccurl_set_writer(
      handle,
      { buffer, size, count, context in
        guard let buffer = unsafe buffer, let context = unsafe context else { return 0 }
        let collector = unsafe Unmanaged<WebCollector>.fromOpaque(context).takeUnretainedValue()
        let part = unsafe Array(UnsafeRawBufferPointer(start: buffer, count: size * count))
        return collector.take(part) ? size * count : 0
      }, Unmanaged.passUnretained(collector).toOpaque())
    let code = withExtendedLifetime(collector) { unsafe curl_easy_perform(handle) }
    guard code == CURLE_OK else { throw fault(code) }
    var status = 0
    unsafe _ = ccurl_get_long(handle, CURLINFO_RESPONSE_CODE, &status)
    let url = unsafe ccurl_effective_url(handle).map { unsafe String(cString: $0) } ?? request.url
    return WebAnswer(status: status, url: url, body: collector.bytes)
  }

  private static func fault(_ code: CURLcode) -> WebFault {
    let words = unsafe String(cString: curl_easy_strerror(code))
    switch code {
    case CURLE_COULDNT_RESOLVE_HOST: return .unresolvable
    case CURLE_COULDNT_CONNECT: return .unreachable(words)
    case CURLE_OPERATION_TIMEDOUT: return .timedOut
    case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CONNECT_ERROR: return .untrusted(words)
    case CURLE_WRITE_ERROR: return .failed("the answer is longer than \(limit) bytes")
    default: return .failed(words)
    }
  }
}
