/// Every client whose instructions this program has; a folder's file that is not named here is found by a test.
enum ClientRegistry {
  /// In the order in which they are offered to somebody whose program is not known.
  static let all: [ClientInstructions] = [
    OutlookClassicInstructions.instructions,
    OutlookControlPanelInstructions.instructions,
    OutlookNewInstructions.instructions,
    OutlookMobileInstructions.instructions,
    ThunderbirdInstructions.instructions,
    ThunderbirdAndroidInstructions.instructions,
    AppleMailMacInstructions.instructions,
    AppleMailPhoneInstructions.instructions,
    GmailAppInstructions.instructions,
    AndroidMailInstructions.instructions,
    SamsungEmailInstructions.instructions,
    WindowsMailInstructions.instructions,
    EMClientInstructions.instructions,
    OutlookExpressInstructions.instructions,
    IceWarpDesktopClientInstructions.instructions,
    OutlookSyncInstructions.instructions,
    WebMailInstructions.instructions,
    PrinterScannerInstructions.instructions,
    DotNetMailInstructions.instructions,
    CDOMailInstructions.instructions,
    PHPMailInstructions.instructions,
    WordPressMailInstructions.instructions,
    PythonMailInstructions.instructions,
    NodeMailInstructions.instructions,
    JavaMailInstructions.instructions,
    PostfixSmartHostInstructions.instructions,
    EximSmartHostInstructions.instructions,
    SendmailSmartHostInstructions.instructions,
    IISSmartHostInstructions.instructions,
    ExchangeConnectorInstructions.instructions,
    IceWarpRelayInstructions.instructions,
    OtherProgramInstructions.instructions,
  ]

  /// The instructions for any program.
  static let other = OtherProgramInstructions.instructions
}
