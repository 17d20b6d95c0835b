/// Names by which mail programs call themselves in EHLO; a server for submission takes all of them (RFC 5321 section 4.1.4).
enum ClientName {
  /// Address literals of programs behind a router, and the name of an office computer without a domain.
  static let all = ["[127.0.0.1]", "[192.168.0.5]", "[IPv6:::1]", "PC-OFFICE"]
}
