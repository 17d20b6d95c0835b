import MailModel

/// Takes out of a reply's text what could name somebody.
///
/// The text is shown without the addresses and names of one client already; what is left may name the organisation or, in words that nobody foresaw, a user.
/// `example.com does not relay for ana` becomes `… does not relay for …`.
struct ReplyScrub {
  private let names: Set<String>

  init(_ model: ReportModel) {
    var names: Set<String> = []
    func add(_ identity: String) {
      let name = identity.lowercased()
      names.insert(name)
      for part in name.split(separator: "@") {
        names.insert(String(part))
        // Without the last one: "com" is a word of some languages, and names nobody.
        let labels = part.split(whereSeparator: { ".-_".contains($0) })
        for label in labels.dropLast(labels.count > 1 ? 1 : 0) where label.count > 2 { names.insert(String(label)) }
      }
    }
    for user in model.users {
      add(user.identity)
      for client in user.clients { client.helo.map(add) }
    }
    for address in model.addresses {
      names.insert(address.address.lowercased())
      address.helo.map(add)
    }
    for advice in model.portAdvice { advice.servers.forEach(add) }
    self.names = names
  }

  /// The text with `…` for each such word.
  func text(_ text: String) -> String {
    var result = ""
    var word = ""
    for character in text {
      if character.isLetter || character.isNumber || "@._-+:/%=".contains(character) {
        word.append(character)
      } else {
        result += shown(word)
        result.append(character)
        word = ""
      }
    }
    return result + shown(word)
  }

  private func shown(_ word: String) -> String {
    let bare = word.trimmed(of: "._-+:/%=")
    guard !bare.isEmpty else { return word }
    let parts = bare.lowercased().split { "@._-+:/%=".contains($0) }
    let isName =
      names.contains(bare.lowercased()) || parts.contains { names.contains(String($0)) }
      || bare.contains("@") || isHostName(bare)
    return isName ? word.replacing(bare, with: "…") : word
  }

  /// A word with a dot between its letters or digits: a host, an address, a URL.
  ///
  /// `5.7.1` and `2.5` are numbers of a reply.
  private func isHostName(_ word: String) -> Bool {
    guard word.contains(".") || word.contains("://") else { return false }
    let numbers = word.split(separator: ".", omittingEmptySubsequences: false)
    return numbers.count > 3 || !numbers.allSatisfy { $0.count < 4 && $0.allSatisfy(\.isNumber) && !$0.isEmpty }
  }
}

extension String {
  /// The text without these characters at both ends.
  fileprivate func trimmed(of characters: String) -> String {
    guard let first = firstIndex(where: { !characters.contains($0) }),
      let last = lastIndex(where: { !characters.contains($0) })
    else { return "" }
    return String(self[first...last])
  }
}
