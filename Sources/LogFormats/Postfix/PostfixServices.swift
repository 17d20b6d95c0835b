import ByteScanning
public import MailModel

/// Reads which services a Postfix listens with: the output of `postconf -M`, or `master.cf` itself.
///
/// ```
/// smtp       inet  n       -       y       -       -       smtpd
/// submission inet  n       -       y       -       -       smtpd
///   -o syslog_name=postfix/submission
/// ```
///
/// Only services that speak SMTP with clients over the network count: `inet` with smtpd, and the smtpd that postscreen
/// hands its clients to (`smtpd pass … smtpd`), once for each port of postscreen.
public enum PostfixServices {
  /// Reads the whole file.
  public static func parse(_ bytes: [UInt8]) throws(PostfixServicesError) -> [ListenerService] {
    try services(of: entries(in: ReadableText.of(bytes)))
  }

  /// One service with its continuation lines.
  private struct Entry {
    var line: Int
    var words: [String]
  }

  private static func entries(in text: String) throws(PostfixServicesError) -> [Entry] {
    var entries: [Entry] = []
    var number = 0
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: { $0 == "\n" || $0 == "\r\n" }) {
      number += 1
      let words = line.split(whereSeparator: { $0 == " " || $0 == "\t" || $0 == "\r" || $0 == "\r\n" }).map(String.init)
      guard let head = words.first, !head.hasPrefix("#") else { continue }
      if let first = line.first, first == " " || first == "\t" {
        guard !entries.isEmpty else { throw .continuationWithoutService(line: number) }
        entries[entries.count - 1].words += words
      } else {
        entries.append(Entry(line: number, words: words))
      }
    }
    return entries
  }

  private static func services(of entries: [Entry]) throws(PostfixServicesError) -> [ListenerService] {
    var found: [ListenerService] = []
    var screened: [(port: Int, service: String, proxy: String?)] = []
    var passed: [(name: String, options: [String: String])] = []
    for entry in entries {
      let words = entry.words
      guard words.count >= 8 else { throw .tooFewFields(line: entry.line, count: words.count) }
      guard ["inet", "unix", "fifo", "pass", "unix-dgram"].contains(words[1]) else {
        throw .unknownType(line: entry.line, type: words[1])
      }
      let name = words[0]
      let options = options(in: Array(words[8...]))
      switch (words[1], words[7]) {
      case ("inet", "smtpd"):
        let port = try port(of: name, line: entry.line)
        found.append(service(name: name, port: port, options: options))
      case ("inet", "postscreen"):
        screened.append(
          (
            try port(of: name, line: entry.line), options["smtpd_service_name"] ?? "smtpd",
            options["postscreen_upstream_proxy_protocol"]
          ))
      case ("pass", "smtpd"):
        passed.append((name, options))
      default:
        continue
      }
    }
    for screen in screened {
      for entry in passed where entry.name == screen.service {
        var options = entry.options
        options["postscreen_upstream_proxy_protocol"] = screen.proxy
        found.append(service(name: entry.name, port: screen.port, options: options))
      }
    }
    return found
  }

  private static func service(name: String, port: Int, options: [String: String]) -> ListenerService {
    ListenerService(
      port: port, syslogName: options["syslog_name"].map { expanded($0, service: name) } ?? "postfix",
      implicitTLS: options["smtpd_tls_wrappermode"].flatMap(truth),
      allowsAuth: options["smtpd_sasl_auth_enable"].flatMap(truth), name: name,
      options: options.filter { kept.contains($0.key) || $0.key.hasPrefix("smtpd_") })
  }

  private static let kept = ["syslog_name", "mynetworks", "postscreen_upstream_proxy_protocol"]

  /// The values of `-o name=value`, `-oname=value` and `-o { name = value }`; the last one of a name holds.
  private static func options(in words: [String]) -> [String: String] {
    var options: [String: String] = [:]
    var i = 0
    while i < words.count {
      var text = words[i]
      i += 1
      guard text.hasPrefix("-o") else { continue }
      text.removeFirst(2)
      if text.isEmpty, i < words.count {
        text = words[i]
        i += 1
      }
      if text.hasPrefix("{") {
        var depth = depth(of: text)
        while depth > 0, i < words.count {
          text += " " + words[i]
          depth += PostfixServices.depth(of: words[i])
          i += 1
        }
        text.removeFirst()
        if text.hasSuffix("}") { text.removeLast() }
      }
      guard let equals = text.firstIndex(of: "=") else { continue }
      options[trimmed(text[..<equals])] = trimmed(text[text.index(after: equals)...])
    }
    return options
  }

  private static func depth(of text: String) -> Int {
    text.reduce(0) { $1 == "{" ? $0 + 1 : $1 == "}" ? $0 - 1 : $0 }
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }

  /// Fills in what master.cf can name without main.cf: the service, and the usual `${multi_instance_name?…:{postfix}}`.
  private static func expanded(_ value: String, service: String) -> String {
    var result = value
    for name in ["$service_name", "${service_name}", "$(service_name)"] {
      result = result.replacing(name, with: service)
    }
    for instance in [
      "${multi_instance_name?{$multi_instance_name}:{postfix}}", "${multi_instance_name:{postfix}}",
      "${multi_instance_name:postfix}",
    ] {
      result = result.replacing(instance, with: "postfix")
    }
    return result
  }

  private static func truth(_ value: String) -> Bool? {
    switch value.lowercased() {
    case "yes": true
    case "no": false
    default: nil
    }
  }

  /// The port of `smtp`, `587`, `192.0.2.1:submission`, `[2001:db8::1]:465`.
  private static func port(of name: String, line: Int) throws(PostfixServicesError) -> Int {
    let last = name.lastIndex(of: ":").map { String(name[name.index(after: $0)...]) } ?? name
    switch last {
    case "smtp": return 25
    case "submission": return 587
    case "submissions", "smtps", "ssmtp", "urd": return 465
    default:
      guard let number = Int(last), (1...65535).contains(number), last.utf8.allSatisfy({ $0 &- 48 < 10 }) else {
        throw .unknownPort(line: line, service: name)
      }
      return number
    }
  }
}
