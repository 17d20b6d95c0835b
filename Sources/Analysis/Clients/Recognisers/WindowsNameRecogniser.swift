public import MailModel

/// A Windows computer that gives its own name, as Outlook, Windows Mail and .NET programs do.
public struct WindowsNameRecogniser: ClientRecogniser {
  /// What Windows itself puts before a random rest when it is installed.
  private static let installed: [NamePrefix] = ["DESKTOP-", "LAPTOP-", "WIN-"]
  /// Names by which other systems call themselves.
  private static let others: [NamePrefix] = [
    "iphone", "ipad", "macbook", "imac", "mac-", "android", "galaxy", "raspberrypi", "ubuntu", "debian", "linux",
  ]
  /// The longest name that a Windows computer has on the network (NetBIOS).
  private static let longestName = 15

  /// Makes the recogniser.
  public init() {}

  /// A Windows computer.
  public var guess: ClientGuess { .windowsDesktop }

  /// Names from the installation, in a domain or not, and other names without a domain.
  public var claimed: [ClientExample] {
    [
      .claimed("DESKTOP-1A2B3C4", .high),
      .claimed("laptop-9z8y7x6w", from: 0x0a00_0005, .high),
      .claimed("WIN-6A0KEE6QVP5", senders: 9, .high),
      .claimed("DESKTOP-1A2B3C4.example.com", .high),
      .claimed("PC-MARIA", .medium),
      .claimed("FINANCEIRO", senders: 2, .medium),
      .claimed("RECEPCAO", senders: 30, .medium),
      .claimed("vendas03", .low),
    ]
  }

  /// Names with a domain, of other systems, and too long ones.
  public var left: [ClientExample] {
    [
      .left("pc-12.example.com"), .left("iPhone-de-Ana"), .left("MacBook-Pro"), .left("localhost"),
      .left("WIN-6A0KEE6QVP5.example.com", senders: 9), .left("12345"),
      .left("um-nome-comprido-demais"), .left("[192.168.0.5]"), .left(""), .left("desktop.example.com"),
    ]
  }

  /// High for a name from the installation, medium for a name with capitals, low for one without.
  public func confidence(for facts: ClientFacts) -> Confidence? {
    guard let name = facts.name else { return nil }
    for prefix in WindowsNameRecogniser.installed {
      guard let rest = name.remainder(after: prefix), !rest.isEmpty else { continue }
      // An Exchange server that kept its installation name gives it with the domain and has many senders.
      if name.isQualified, facts.senders >= .several { return nil }
      return .high
    }
    guard name.isSingleLabel, name.firstLabel.count <= WindowsNameRecogniser.longestName, name.folded != "localhost"
    else {
      return nil
    }
    if WindowsNameRecogniser.others.contains(where: { name.remainder(after: $0) != nil }) { return nil }
    guard name.hasLetter else { return nil }
    return name.hasCapital ? .medium : .low
  }
}
