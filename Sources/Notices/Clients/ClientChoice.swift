import MailModel

/// Which instructions somebody gets.
struct ClientChoice: Sendable, Equatable {
  /// The program that is shown step by step.
  let identifier: String
  /// Whether the log points at it; otherwise the steps are those for any program.
  let isGuessed: Bool
  /// Whether no person sits in front of it.
  let isDevice: Bool
  /// Others that it may be, most likely first.
  let others: [String]

  /// Chooses by what the client seems to be.
  init(_ guess: ClientGuess) {
    switch guess {
    case .windowsDesktop:
      self.init(
        "outlook",
        [
          "outlook-new", "outlook-control-panel", "thunderbird", "em-client", "outlook-express", "windows-mail",
          "icewarp-desktop", "outlook-sync",
        ])
    case .appleMail: self.init("apple-mail", ["iphone"])
    case .desktopMailProgram: self.init("thunderbird", ["outlook", "apple-mail", "em-client"])
    case .mobileMailProgram:
      self.init("android-mail", ["gmail-app", "samsung-email", "thunderbird-android", "iphone", "outlook-mobile"])
    case .printer: self.init("printer", [], isDevice: true)
    case .webApplication: self.init("php", ["wordpress", "python", "node", "dotnet"], isDevice: true)
    case .application: self.init("dotnet", ["cdo", "php", "wordpress", "python", "node", "java"], isDevice: true)
    case .smartHost: self.init("postfix", ["exim", "sendmail", "exchange", "iis", "icewarp-relay"], isDevice: true)
    case .webMail: self.init("web-mail", [])
    case .unknown:
      self.init(
        "other", ["outlook", "outlook-new", "thunderbird", "apple-mail", "iphone", "gmail-app", "outlook-mobile"],
        isGuessed: false)
    }
  }

  private init(_ identifier: String, _ others: [String], isGuessed: Bool = true, isDevice: Bool = false) {
    self.identifier = identifier
    self.others = others
    self.isGuessed = isGuessed
    self.isDevice = isDevice
  }
}
