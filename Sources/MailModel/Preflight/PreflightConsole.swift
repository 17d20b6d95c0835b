/// Where a setting is found in IceWarp's administration console.
public struct PreflightConsole: Codable, Sendable, Equatable {
  /// The path in the English console.
  public var english: String
  /// The path in the Brazilian Portuguese console.
  public var brazilianPortuguese: String

  /// Takes both.
  public init(_ english: String, _ brazilianPortuguese: String) {
    self.english = english
    self.brazilianPortuguese = brazilianPortuguese
  }

  private enum CodingKeys: String, CodingKey {
    case english = "en"
    case brazilianPortuguese = "pt-BR"
  }
}
