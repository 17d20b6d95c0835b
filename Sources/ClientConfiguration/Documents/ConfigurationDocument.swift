public import MailModel

/// A file made from a description.
public protocol ConfigurationDocument: Sendable {
  /// The name of the file.
  func fileName(_ description: ClientDescription) -> String
  /// Where it has to be published, and what else is to be known.
  func advice(_ description: ClientDescription) -> [TranslatedText]
  /// The file.
  func text(_ description: ClientDescription) -> String
}

/// Every document.
public enum ConfigurationDocuments {
  /// In the order in which they are shown.
  public static let all: [any ConfigurationDocument] = [
    AutoconfigDocument(), AutodiscoverDocument(), AppleProfile(), ServiceZone(), SmartDiscoverSettings(),
  ]
}
