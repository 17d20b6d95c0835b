/// One network service of the server as its configuration names it, for instance a line of `postconf -M`:
/// `submission inet n - y - - smtpd -o syslog_name=postfix/submission`.
public struct ListenerService: Sendable, Equatable {
  /// The port it listens on.
  public var port: Int
  /// The syslog name its smtpd logs under, without the trailing `/smtpd`: `postfix/submission`; `postfix` if not set.
  public var syslogName: String
  /// TLS from the first byte (`smtpd_tls_wrappermode=yes`); nothing when the line does not say.
  public var implicitTLS: Bool?
  /// Whether AUTH is possible (`smtpd_sasl_auth_enable`); nothing when the line does not say.
  public var allowsAuth: Bool?
  /// The name in the first column of master.cf, which anvil logs: `smtp`, `submission`, `465`, `192.0.2.1:587`.
  public var name: String
  /// Settings of main.cf that this service overrides (`-o smtpd_sasl_auth_enable=yes`), those of its smtpd alone.
  public var options: [String: String]

  /// Whether clients come through a proxy that tells their addresses (`smtpd_upstream_proxy_protocol=haproxy`, or postscreen's).
  public var isBehindProxy: Bool {
    ["smtpd_upstream_proxy_protocol", "postscreen_upstream_proxy_protocol"].contains { !(options[$0] ?? "").isEmpty }
  }

  /// Whether a service of this name in master.cf listens on loopback: `127.0.0.1:10587`, `[::1]:25`, `localhost:25`.
  public static func isOnLoopback(_ name: String) -> Bool {
    guard let colon = name.lastIndex(of: ":") else { return false }
    let host = name[..<colon].filter { $0 != "[" && $0 != "]" }
    return host == "localhost" || IPAddress(host)?.isLoopback == true
  }

  /// Whether clients use a port that this line does not tell: a proxy hands on what it takes on 587 to `10587`.
  ///
  /// One that stands on a usual port behind a proxy is taken to serve the clients of that port.
  public func hidesPort(_ policy: PortPolicy) -> Bool {
    isBehindProxy && !policy.isSubmission(port) && !policy.legacyPorts.contains(port)
  }

  /// Takes every part.
  public init(
    port: Int, syslogName: String, implicitTLS: Bool?, allowsAuth: Bool?, name: String, options: [String: String] = [:]
  ) {
    self.port = port
    self.syslogName = syslogName
    self.implicitTLS = implicitTLS
    self.allowsAuth = allowsAuth
    self.name = name
    self.options = options
  }
}
