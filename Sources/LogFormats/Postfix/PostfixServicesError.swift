/// Why a text is no list of Postfix services.
public enum PostfixServicesError: Error, Equatable, Sendable {
  /// A service has eight fields: name, type, private, unprivileged, chroot, wakeup, process limit, command.
  case tooFewFields(line: Int, count: Int)
  /// The second field is none of `inet`, `unix`, `fifo`, `pass`, `unix-dgram`.
  case unknownType(line: Int, type: String)
  /// An smtpd listens on a port whose name only that server's `/etc/services` knows.
  case unknownPort(line: Int, service: String)
  /// An indented line stands before the first service.
  case continuationWithoutService(line: Int)
}

extension PostfixServicesError: CustomStringConvertible {
  /// The line and what is wrong with it, in words for the administrator.
  public var description: String {
    switch self {
    case .tooFewFields(let line, let count):
      "line \(line): a service of `postconf -M` has at least 8 fields, this line has \(count)"
    case .unknownType(let line, let type):
      "line \(line): `\(printable(type))` is no service type (inet, unix, fifo, pass, unix-dgram)"
    case .unknownPort(let line, let service):
      "line \(line): the port of `\(printable(service))` is not known; write it as a number"
    case .continuationWithoutService(let line):
      "line \(line): an indented line continues a service, and none stands before it"
    }
  }

  /// The text of the file without control characters, for the terminal.
  private func printable(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.prefix(80).map { $0.value < 32 || $0.value == 127 ? "?" : $0 }))
  }
}
