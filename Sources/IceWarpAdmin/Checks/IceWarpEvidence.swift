import MailModel

/// What a check of IceWarp's settings judges; nothing stands for what was not handed in.
public struct IceWarpEvidence: Sendable {
  /// The output of `tool`.
  public var settings: IceWarpSettings?
  /// `config/_webmail/server.xml`.
  public var webClient: WebClientSettings?
  /// The account export: who may send.
  public var policies: AccountPolicies?
  /// The account export: aliases.
  public var accounts: AccountExport?
  /// The file of trusted addresses.
  public var trusted: TrustedAddresses?
  /// The bypass file, with the files that its lines name.
  public var bypass: BypassTree?

  /// Nothing was handed in.
  public init() {}

  /// The text of a setting, or why it is not known.
  func text(_ name: String) throws(PreflightUnknown) -> String {
    guard let settings else {
      throw PreflightUnknown(
        TranslatedText(
          "The output of IceWarp's tool was not given (--tool-output).",
          pt: "A saída do tool do IceWarp não foi informada (--tool-output).",
          es: "No se indicó la salida del tool de IceWarp (--tool-output)."))
    }
    let values = settings.values(of: name)
    guard let value = values.first else {
      throw PreflightUnknown(
        TranslatedText(
          "The tool output does not hold \(name).", pt: "A saída do tool não contém \(name).",
          es: "La salida del tool no contiene \(name)."))
    }
    if values.count > 1 {
      let list = values.joined(separator: ", ")
      throw PreflightUnknown(
        TranslatedText(
          "The tool output holds \(name) with different values: \(list).",
          pt: "A saída do tool contém \(name) com valores diferentes: \(list).",
          es: "La salida del tool contiene \(name) con valores distintos: \(list)."))
    }
    return value
  }

  /// A setting that is a number.
  func number(_ name: String) throws(PreflightUnknown) -> Int {
    let text = try text(name)
    guard let number = Int(text) else { throw IceWarpEvidence.notUnderstood(name, text) }
    return number
  }

  /// A setting that is on or off.
  func flag(_ name: String) throws(PreflightUnknown) -> Bool {
    let text = try text(name)
    switch text.lowercased() {
    case "1", "true": return true
    case "0", "false": return false
    default: throw IceWarpEvidence.notUnderstood(name, text)
    }
  }

  /// The text, or nothing where it is not known.
  func knownText(_ name: String) -> String? { try? text(name) }
  /// The number, or nothing where it is not known.
  func knownNumber(_ name: String) -> Int? { try? number(name) }
  /// On or off, or nothing where it is not known.
  func knownFlag(_ name: String) -> Bool? { try? flag(name) }

  /// The first number of the server's version; nothing where it is not known.
  ///
  /// `13.0.3.9`, `11.0.0 x64`, and with a name of its own: `Deep Castle 2 Update 1 build 9 (14.1.0.9)`.
  var majorVersion: Int? {
    guard let text = knownText("C_Version") else { return nil }
    let numbers = text.split { !("0"..."9").contains($0) && $0 != "." }.filter { $0.contains { $0 != "." } }
    let dotted = numbers.map { (text: $0, dots: $0.count { $0 == "." }) }
    let version = dotted.first { $0.dots > 1 } ?? dotted.first { $0.dots == 1 } ?? dotted.first
    return version.flatMap { Int($0.text.drop { $0 == "." }.prefix { $0 != "." }) }
  }

  private static func notUnderstood(_ name: String, _ value: String) -> PreflightUnknown {
    value.isEmpty
      ? PreflightUnknown(
        TranslatedText(
          "\(name) is empty in the tool output.", pt: "\(name) está vazio na saída do tool.",
          es: "\(name) está vacío en la salida del tool."))
      : PreflightUnknown(
        TranslatedText(
          "The value of \(name) is not understood: \(value)", pt: "O valor de \(name) não foi compreendido: \(value)",
          es: "No se entiende el valor de \(name): \(value)"))
  }
}
