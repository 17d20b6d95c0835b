import Testing

@testable import IceWarpAdmin

@Suite("IceWarp settings")
struct IceWarpSettingsTests {
  static let rows: [(text: String, value: String?)] = [
    ("C_Version: 14.3.0", "14.3.0"),
    ("c_version: 14.3.0\r\n", "14.3.0"),
    ("\u{feff}C_Version: 14.3.0\r\n", "14.3.0"),
    ("  C_VERSION : 14.3.0  ", "14.3.0"),
    ("C_Version = 14.3.0", "14.3.0"),
    ("C_Version:", ""),
    ("C_Version 14.3.0", nil),
    ("C:\\IceWarp>tool get system C_Version", nil),
    ("# C_Version: 14", nil),
    ("", nil),
  ]

  @Test("lines of the tool", arguments: rows)
  func line(text: String, value: String?) {
    #expect(IceWarpSettings.parse(Array(text.utf8)).values(of: "C_Version").first == value)
  }

  @Test("UTF-16 as PowerShell writes it, and Latin-1")
  func encodings() {
    let text = "C_Version: 12\r\nC_Mail_SMTP_General_HostName: mail.example.com\r\n"
    var wide: [UInt8] = [0xff, 0xfe]
    for unit in text.utf16 { wide += [UInt8(unit & 0xff), UInt8(unit >> 8)] }
    #expect(IceWarpSettings.parse(wide).values(of: "c_mail_smtp_general_hostname") == ["mail.example.com"])
    let latin = IceWarpSettings.parse(Array("C_Version: 12 vers".utf8) + [0xe3, 0x6f, 10])
    #expect(latin.values(of: "C_Version") == ["12 versão"])
  }

  @Test("only settings that a check asks for are kept; the rest is counted")
  func counting() {
    let settings = IceWarpSettings.parse(Array("C_Version: 1\nC_Somebody_Password: kanarienvogel\nhello\n".utf8))
    #expect(settings.count == 1)
    #expect(settings.others == 1)
    #expect(settings.unrecognised == 1)
    #expect(!"\(settings)".contains("kanarienvogel"))
  }

  @Test("a setting with two values is a contradiction, the same value twice is none")
  func contradiction() throws {
    var evidence = IceWarpEvidence()
    evidence.settings = IceWarpSettings.parse(
      Array("C_Version: 11\nC_Version: 11\nC_System_Services_SMTP_AltPort: 366\n".utf8))
    #expect(try evidence.text("C_Version") == "11")
    evidence.settings = IceWarpSettings.parse(Array("C_Version: 11\nC_Version: 12\n".utf8))
    #expect(evidence.knownText("C_Version") == nil)
  }

  /// Field, what is shown, and whether its relays could be told apart.
  static let relays: [(field: String, masked: String, isCertain: Bool)] = [
    ("smtp.example.net", "smtp.example.net", true),
    ("smtp.example.net:587;backup.example.net", "smtp.example.net:587;backup.example.net", true),
    ("user:kanarienvogel@smtp.example.net", "•••@smtp.example.net", true),
    ("user@example.com:kanarienvogel@smtp.example.net:587", "•••@smtp.example.net:587", true),
    ("user@example.com:kana@rien:vogel@[2001:db8::1]:587", "•••@[2001:db8::1]:587", true),
    ("a:kanarienvogel@h1.example:587;b:kanarienvogel@h2.example", "•••@•••;•••@h2.example", true),
    ("user:kanarien;vogel@smtp.example.net", "•••;•••@smtp.example.net", false),
    ("user:1234;kanarienvogel@smtp.example.net:587", "•••;•••@smtp.example.net:587", false),
    ("user:kanarienvogel@smtp example", "•••;•••@•••", false),
    ("user:kanarienvogel", "•••;•••", false),
    ("", "", true),
  ]

  @Test("logins in a field of relays", arguments: relays)
  func relay(field: String, masked: String, isCertain: Bool) {
    let relay = RelayField(field)
    #expect(relay.masked == masked)
    #expect(relay.isCertain == isCertain)
    let settings = IceWarpSettings.parse(Array("C_Mail_SMTP_General_RelayMailServer: \(field)\n".utf8))
    for secret in ["kanarien", "vogel", "1234"] { #expect(!"\(settings)".contains(secret)) }
  }
}
