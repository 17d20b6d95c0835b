public import MailModel

/// What a greeting says beside the code: `mail.example.com ESMTP Exim 4.96 Fri, 27 Nov 2026 10:00:00 +0000`.
public struct GreetingFacts: Sendable, Equatable {
  /// The name by which the server calls itself.
  public var name: String?
  /// A version of its software.
  public var version: String?
  /// What its clock shows.
  public var time: Timestamp?

  /// Reads the text of a greeting without its code.
  public init(_ text: String) {
    let words = text.split { $0 == " " || $0 == "\n" }.map { String($0) }
    name = words.first
    version = words.dropFirst().lazy.map { $0.trimming("();,") }.first(where: GreetingFacts.isVersion)
    time = GreetingFacts.time(words.map { $0.trimming("();,") })
  }

  /// `4.96`, `13.0.3.9`, `v2.1-rc1`; a date is none, and an address in brackets neither.
  private static func isVersion(_ word: String) -> Bool {
    let bare = word.hasPrefix("v") ? word.dropFirst() : word[...]
    guard let first = bare.first, first.isNumber, bare.contains("."), !bare.contains(":") else { return false }
    let parts = bare.split(separator: ".", omittingEmptySubsequences: false)
    return parts[0].allSatisfy(\.isNumber) && parts.dropFirst().allSatisfy { $0.first?.isNumber ?? false }
  }

  /// A date of RFC 5322: `27 Nov 2026 10:00:00 +0000`, whatever stands before and behind it.
  private static func time(_ words: [String]) -> Timestamp? {
    let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    for index in words.indices.dropLast(4) {
      let part = words[index..<(index + 5)].map { $0 }
      let clock = part[3].split(separator: ":").compactMap { Int($0) }
      guard let day = Int(part[0]), let month = months.firstIndex(of: part[1].lowercased()), let year = Int(part[2]),
        let date = CivilDate(year: year, month: month + 1, day: day), clock.count == 3, part[4].count == 5,
        let zone = Int(part[4])
      else { continue }
      let offset = (zone / 100 * 60 + zone % 100) * 60
      let seconds = clock[0] * 3600 + clock[1] * 60 + clock[2] - offset
      return Timestamp(seconds: Int64(date.daysSinceEpoch) * 86_400 + Int64(seconds))
    }
    return nil
  }
}

extension String {
  /// Without these characters at both ends.
  fileprivate func trimming(_ characters: String) -> String {
    String(drop { characters.contains($0) }.reversed().drop { characters.contains($0) }.reversed())
  }
}
