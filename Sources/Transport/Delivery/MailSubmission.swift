internal import CCurl

/// A connection to a submission server, kept from one message to the next.
///
/// Encryption is demanded, certificate and name are checked, and the login is sent behind TLS only. One thread at a time uses it.
@safe public final class MailSubmission {
  private let handle: UnsafeMutableRawPointer
  private let server: SubmissionServer

  /// Prepares the connection; nothing is sent before the first message.
  ///
  /// `caFile` holds certificates to trust instead of the system's.
  public init?(server: SubmissionServer, login: SubmissionLogin, caFile: String?, timeoutSeconds: Int = 60) {
    guard curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK, let made = unsafe curl_easy_init() else {
      return nil
    }
    unsafe handle = made
    self.server = server
    set(CURLOPT_URL, server.url)
    set(CURLOPT_USERNAME, login.user)
    set(CURLOPT_PASSWORD, login.password)
    set(CURLOPT_PROXY, "")
    set(CURLOPT_PROTOCOLS_STR, "smtp,smtps")
    if let caFile {
      set(CURLOPT_CAINFO, caFile)
      unsafe _ = ccurl_set_pointer(handle, CURLOPT_CAPATH, nil)
    }
    set(CURLOPT_USE_SSL, Int(CURLUSESSL_ALL.rawValue))
    set(CURLOPT_SSL_VERIFYPEER, 1)
    set(CURLOPT_SSL_VERIFYHOST, 2)
    set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
    set(CURLOPT_NOSIGNAL, 1)
    set(CURLOPT_UPLOAD, 1)
    set(CURLOPT_CONNECTTIMEOUT, min(20, timeoutSeconds))
    set(CURLOPT_TIMEOUT, timeoutSeconds)
  }

  deinit { unsafe curl_easy_cleanup(handle) }

  /// Hands in one message.
  ///
  /// Both addresses are bare, without angle brackets; the message has CRLF line ends.
  public func deliver(_ message: [UInt8], from sender: String, to recipient: String) -> DeliveryResult {
    guard MailSubmission.isBare(sender), MailSubmission.isBare(recipient) else {
      return .refused(stage: .recipient, code: 501, reply: "no address that can be written into an SMTP command")
    }
    let feed = MessageFeed(message)
    let context = unsafe Unmanaged.passUnretained(feed).toOpaque()
    let recipients = unsafe curl_slist_append(nil, "<\(recipient)>")
    defer { unsafe curl_slist_free_all(recipients) }
    set(CURLOPT_MAIL_FROM, "<\(sender)>")
    unsafe _ = ccurl_set_pointer(handle, CURLOPT_MAIL_RCPT, UnsafeRawPointer(recipients))
    unsafe _ = ccurl_set_offset(handle, CURLOPT_INFILESIZE_LARGE, curl_off_t(message.count))
    unsafe _ = ccurl_set_reader(
      handle,
      { buffer, size, count, context in
        guard let buffer = unsafe buffer, let context = unsafe context else { return 0 }
        let feed = unsafe Unmanaged<MessageFeed>.fromOpaque(context).takeUnretainedValue()
        let part = feed.next(size * count)
        unsafe UnsafeMutableRawBufferPointer(start: buffer, count: size * count).copyBytes(from: part)
        return part.count
      }, context)
    unsafe _ = ccurl_set_header_reader(
      handle,
      { buffer, size, count, context in
        guard let buffer = unsafe buffer, let context = unsafe context else { return 0 }
        let feed = unsafe Unmanaged<MessageFeed>.fromOpaque(context).takeUnretainedValue()
        unsafe feed.take(UnsafeRawBufferPointer(start: buffer, count: size * count))
        return size * count
      }, context)
    let code = withExtendedLifetime(feed) { unsafe curl_easy_perform(handle) }
    var connects = 0
    unsafe _ = ccurl_get_long(handle, CURLINFO_NUM_CONNECTS, &connects)
    // The next message must not find the pointers of this one.
    unsafe _ = ccurl_set_pointer(handle, CURLOPT_MAIL_RCPT, nil)
    unsafe _ = ccurl_set_reader(handle, nil, nil)
    unsafe _ = ccurl_set_header_reader(handle, nil, nil)
    return DeliveryJudge(
      curlCode: Int(code.rawValue), message: unsafe String(cString: curl_easy_strerror(code)), server: server,
      replies: feed.replies, isHandedOver: feed.isHandedOver, isNewConnection: connects > 0
    ).result
  }

  private func set(_ option: CURLoption, _ text: String) { unsafe _ = ccurl_set_pointer(handle, option, text) }
  private func set(_ option: CURLoption, _ value: Int) { unsafe _ = ccurl_set_long(handle, option, value) }

  /// Whether an address can stand between `<` and `>` of a command and adds nothing of its own.
  private static func isBare(_ address: String) -> Bool {
    !address.isEmpty && address.utf8.count <= 254
      && address.utf8.allSatisfy { (0x21..<0x7f).contains($0) && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">") }
  }
}
