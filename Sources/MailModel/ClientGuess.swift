/// What kind of program or device a client seems to be, by its HELO name and address.
public enum ClientGuess: String, Codable, Sendable, CaseIterable, Hashable {
  /// Apple Mail on macOS or iOS (`smtpclient.apple`).
  case appleMail = "apple-mail"
  /// A Windows computer name: Outlook, Windows Mail or a .NET program.
  case windowsDesktop = "windows-desktop"
  /// Thunderbird or another program that says its own address literal.
  case desktopMailProgram = "desktop-mail-program"
  /// A phone or tablet mail program (`[127.0.0.1]`).
  case mobileMailProgram = "mobile-mail-program"
  /// A printer or scanner by its factory host name.
  case printer = "printer"
  /// A web form or web application.
  case webApplication = "web-application"
  /// A script or program.
  case application = "application"
  /// A mail server that uses this one as its smart host.
  case smartHost = "smart-host"
  /// Web mail or ActiveSync of the server itself.
  case webMail = "web-mail"
  /// Nothing known.
  case unknown
}
