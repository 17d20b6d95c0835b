public import MailModel

/// IceWarp's `submissionbypass.dat`, or another file in its bypass syntax: one condition on a line.
///
/// ```
/// i:192.0.2.60
/// i:192.168.*.*
/// s:formulario@example.com
/// l:
/// ```
///
/// The file is kept byte for byte, since newer versions may know more than the documented grammar.
public struct BypassFile: Sendable, Equatable {
  /// The whole file.
  public let bytes: [UInt8]
  /// Its lines, blank ones left out.
  public let lines: [BypassLine]
  /// What is odd about the file as a whole.
  public let notes: [TranslatedText]
  /// Whether lines of ASCII can be put behind it.
  public let isExtensible: Bool

  /// Reads a file.
  public static func parse(_ bytes: [UInt8]) -> BypassFile {
    let isWide = bytes.starts(with: [0xff, 0xfe]) || bytes.starts(with: [0xfe, 0xff])
    var notes: [TranslatedText] = []
    if isWide {
      notes.append(
        TranslatedText(
          "The file is UTF-16; IceWarp's syntax is one of single bytes. Save it as ASCII with CRLF line ends.",
          pt:
            "O arquivo está em UTF-16; a sintaxe do IceWarp é de bytes simples. Salve-o em ASCII com fins de linha CRLF.",
          es:
            "El archivo está en UTF-16; la sintaxis de IceWarp es de bytes simples. Guárdelo en ASCII con fines de línea CRLF."
        ))
    } else if bytes.starts(with: [0xef, 0xbb, 0xbf]) {
      notes.append(
        TranslatedText(
          "The file begins with a byte order mark, which may spoil its first line. Save it without.",
          pt:
            "O arquivo começa com uma marca de ordem de bytes (BOM), que pode estragar a primeira linha. Salve-o sem ela.",
          es:
            "El archivo empieza con una marca de orden de bytes (BOM), que puede estropear la primera línea. Guárdelo sin ella."
        ))
    }
    var lines: [BypassLine] = []
    var bareEnds = 0
    let body = TextLines.plain(bytes)
    for (index, line) in body.split(separator: 10, omittingEmptySubsequences: false).enumerated() {
      let hasReturn = line.last == 13
      let content = hasReturn ? line.dropLast() : line
      // What stands behind the last line end is no line with an end of its own.
      if !hasReturn, line.endIndex != body.endIndex { bareEnds += 1 }
      if TextLines.trimmed(content).isEmpty { continue }
      lines.append(BypassLineReader.read(content, number: index + 1))
    }
    if bareEnds > 0 {
      notes.append(
        TranslatedText(
          "Lines that end with LF alone: \(bareEnds). The documented form is CRLF.",
          pt: "Linhas que terminam só com LF: \(bareEnds). A forma documentada é CRLF.",
          es: "Líneas que terminan solo con LF: \(bareEnds). La forma documentada es CRLF."))
    }
    return BypassFile(bytes: bytes, lines: lines, notes: notes, isExtensible: !isWide)
  }

  /// The file with lines behind it, each of ASCII, with CRLF; what is there stays byte for byte.
  public func appending(_ additions: [String]) -> [UInt8] {
    var result = bytes
    // A CR at the end waits for its LF: with another one it would become a part of the line.
    if let last = result.last, last != 10 { result += last == 13 ? [10] : [13, 10] }
    for line in additions { result += Array(line.utf8) + [13, 10] }
    return result
  }
}
