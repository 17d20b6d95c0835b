/// Settings of a server as IceWarp's `tool` prints them, one on a line.
///
/// ```
/// tool get system C_System_Services_SMTP_AltPort
/// C_System_Services_SMTP_AltPort: 366
/// ```
///
/// Names are taken in any case. Only those that a check asks for are kept; logins and passwords in fields of relays are
/// masked while they are read.
public struct IceWarpSettings: Sendable, Equatable {
  private var values: [String: [String]] = [:]
  private var relays: [String: RelayField] = [:]
  /// Lines with a setting that no check asks for.
  public private(set) var others = 0
  /// Lines that are no setting.
  public private(set) var unrecognised = 0

  /// Nothing is known.
  public init() {}

  /// How many settings are known.
  public var count: Int { values.count }

  /// Reads the output in UTF-8, Latin-1 or, as PowerShell writes it, UTF-16 with a byte order mark.
  public static func parse(_ bytes: [UInt8]) -> IceWarpSettings {
    let wanted = Set(IceWarpChecks.variables.map { $0.lowercased() })
    var settings = IceWarpSettings()
    for line in TextLines.lines(of: bytes) where !line.isEmpty {
      guard let (name, value) = setting(line) else {
        settings.unrecognised += 1
        continue
      }
      if wanted.contains(name) { settings.take(name, value) } else { settings.others += 1 }
    }
    return settings
  }

  /// The values of a setting, each once, in the order of the input; a domain's setting can have several.
  public func values(of name: String) -> [String] { values[name.lowercased()] ?? [] }

  /// The relays that a setting names.
  func relay(_ name: String) -> RelayField? { relays[name.lowercased()] }

  private mutating func take(_ name: String, _ value: ArraySlice<UInt8>) {
    var text = PlainText.make(value)
    if relayFields.contains(name) || RelayField.isLikely(text) {
      let field = RelayField(text)
      relays[name] = field
      text = field.masked
    }
    if values[name, default: []].contains(text) { return }
    values[name, default: []].append(text)
  }

  private var relayFields: Set<String> {
    ["c_mail_smtp_general_relaymailserver", "c_mail_smtp_delivery_mxreconnectfailure"]
  }

  /// `C_Version: 14.3.0`, also with `=`; a name has a letter, an underline and more.
  private static func setting(_ line: ArraySlice<UInt8>) -> (name: String, value: ArraySlice<UInt8>)? {
    let name = line.prefix {
      (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) || $0 == UInt8(ascii: "_")
    }
    let rest = TextLines.trimmed(line[name.endIndex...])
    guard name.count > 2, name.dropFirst().first == UInt8(ascii: "_"), let sign = rest.first,
      sign == UInt8(ascii: ":") || sign == UInt8(ascii: "=")
    else { return nil }
    return (AddressText.lowercase(name), TextLines.trimmed(rest.dropFirst()))
  }
}
