/// Where messages are handed in, and which way the connection is encrypted.
public struct SubmissionServer: Sendable, Equatable {
  /// How TLS begins.
  public enum Encryption: String, Sendable {
    /// STARTTLS, demanded (port 587).
    case starttls = "smtp"
    /// TLS from the first byte (port 465).
    case implicit = "smtps"
  }

  /// How TLS begins.
  public var encryption: Encryption
  /// The name that the certificate must hold.
  public var host: String
  /// The port, 1 to 65535.
  public var port: Int

  /// Takes every part.
  public init(encryption: Encryption, host: String, port: Int) {
    self.encryption = encryption
    self.host = host
    self.port = port
  }

  /// Reads `smtp://mail.example.com:587` or `smtps://mail.example.com:465`; without a port it is 587 or 465.
  ///
  /// No user, password or path.
  public init?(url: String) {
    let parts = url.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3 || (parts.count == 4 && parts[3].isEmpty), parts[0].hasSuffix(":"), parts[1].isEmpty,
      let encryption = Encryption(rawValue: parts[0].dropLast().lowercased())
    else { return nil }
    var host = String(parts[2])
    var port = encryption == .starttls ? 587 : 465
    if let colon = host.lastIndex(of: ":"), !host.hasSuffix("]") {
      guard let number = Int(host[host.index(after: colon)...]), (1...65535).contains(number) else { return nil }
      port = number
      host = String(host[..<colon])
    }
    let allowed = host.unicodeScalars.allSatisfy {
      $0.isASCII && ($0.properties.isAlphabetic || "0123456789.-_".unicodeScalars.contains($0))
    }
    let isLiteral =
      host.hasPrefix("[") && host.hasSuffix("]")
      && host.dropFirst().dropLast().allSatisfy { "0123456789abcdefABCDEF:.".contains($0) }
    guard !host.isEmpty, allowed || isLiteral else { return nil }
    self.init(encryption: encryption, host: host, port: port)
  }

  /// As libcurl wants it.
  var url: String { "\(encryption.rawValue)://\(host):\(port)/" }
}
