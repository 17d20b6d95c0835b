public import MailModel

/// A printer or scanner that still has the host name of the factory: the maker's letters and digits of the MAC address.
public struct PrinterRecogniser: ClientRecogniser {
  /// Letters of the maker, and how many hexadecimal digits follow.
  ///
  /// Where a digit must be among them, they could all be letters of an ordinary word (`SECADDEDFACADE`, `KMFACADE`).
  private static let factoryNames: [(prefix: NamePrefix, digits: [Int], needsDigit: Bool)] = [
    ("NPI", [6], false), ("BRN", [6, 12], false), ("BRW", [6, 12], false), ("RNP", [6, 12], false),
    ("XRX", [6, 12], false), ("KMBT", [6, 12], false), ("KM", [6, 12], true), ("SEC", [12], true),
    ("Canon", [6, 12], false), ("EPSON", [6, 12], false),
  ]
  /// Makers of printers alone, so that a name given by hand still tells: `EPSON-L355`.
  private static let makers: [NamePrefix] = ["canon", "epson", "kmbt"]

  /// Makes the recogniser.
  public init() {}

  /// A printer.
  public var guess: ClientGuess { .printer }

  /// Factory names, with a domain of the network or without, and names that begin with the maker.
  public var claimed: [ClientExample] {
    [
      .claimed("NPI1A2B3C", from: 0x0a00_0005, .high),
      .claimed("npi1a2b3c.example.com", .high),
      .claimed("BRN30055CABCDEF", .high),
      .claimed("BRW_310107", .high),
      .claimed("RNP002673ABCDEF", .high),
      .claimed("XRX9C934E123456", .high),
      .claimed("KM4A5B6C", .high),
      .claimed("KMBT1A2B3C", .high),
      .claimed("Canon1A2B3C", .high),
      .claimed("EPSON1A2B3C", .high),
      .claimed("SEC001599ABCDEF", .high),
      .claimed("EPSON-L355", .medium),
      .claimed("canon", .medium),
    ]
  }

  /// Ordinary names that begin with the same letters.
  public var left: [ClientExample] {
    [
      .left("SECRETARIA"), .left("SECADDEDFACADE"), .left("KMFACADE"), .left("KM-VENDAS"), .left("NPI"),
      .left("NPI1A2B3"), .left("canonical.example.com"), .left("BRNORTE"), .left("mail.npi1a2b3c.example.com"),
      .left("epsonia"),
    ]
  }

  /// High for a factory name, medium for a name that begins with the maker's.
  public func confidence(for facts: ClientFacts) -> Confidence? {
    guard let name = facts.name else { return nil }
    for entry in PrinterRecogniser.factoryNames {
      guard var rest = name.remainder(after: entry.prefix) else { continue }
      if let first = rest.first, PrinterRecogniser.isLine(first) { rest.removeFirst() }
      guard entry.digits.contains(rest.count), rest.allSatisfy(PrinterRecogniser.isHexDigit) else { continue }
      if entry.needsDigit, !rest.contains(where: PrinterRecogniser.isDigit) { continue }
      return .high
    }
    for maker in PrinterRecogniser.makers {
      guard let rest = name.remainder(after: maker) else { continue }
      guard let next = rest.first else { return .medium }
      if PrinterRecogniser.isDigit(next) || PrinterRecogniser.isLine(next) { return .medium }
    }
    return nil
  }

  private static func isLine(_ c: UInt8) -> Bool { c == UInt8(ascii: "-") || c == UInt8(ascii: "_") }
  private static func isDigit(_ c: UInt8) -> Bool { c &- 48 < 10 }
  private static func isHexDigit(_ c: UInt8) -> Bool { isDigit(c) || (c | 0x20) &- 0x61 < 6 }
}
