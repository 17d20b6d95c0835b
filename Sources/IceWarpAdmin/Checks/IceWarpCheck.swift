public import MailModel

/// One thing to know about an IceWarp server before its switch is turned, C1 to C27.
public protocol IceWarpCheck: PreflightCheck where Evidence == IceWarpEvidence {
  /// The settings it asks for, in IceWarp's own spelling.
  var variables: [String] { get }
}

extension IceWarpCheck {
  /// Each with every value that was found.
  public func settings(_ evidence: IceWarpEvidence) -> [PreflightSetting] {
    guard let known = evidence.settings else { return [] }
    return variables.flatMap { name in
      let values = known.values(of: name)
      if values.isEmpty { return [PreflightSetting(name: name, value: nil)] }
      return values.map { PreflightSetting(name: name, value: String($0.prefix(400))) }
    }
  }

  /// `tool modify system NAME VALUE`.
  static func modify(_ name: String, _ value: String) -> String { "tool modify system \(name) \(value)" }
}

extension PreflightConsole {
  /// A place in the console, and the sure way to the same setting: the list of all of them.
  static func place(_ english: String, _ brazilianPortuguese: String, variable: String) -> PreflightConsole {
    PreflightConsole(
      "\(english); or File > API Console, search for \(variable)",
      "\(brazilianPortuguese); ou Arquivo > Console API, procurar \(variable)")
  }

  /// A setting that the list of all settings alone is known to show.
  static func list(_ variable: String) -> PreflightConsole {
    PreflightConsole("File > API Console, search for \(variable)", "Arquivo > Console API, procurar \(variable)")
  }
}
