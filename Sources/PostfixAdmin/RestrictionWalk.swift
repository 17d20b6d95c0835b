import MailModel

/// What Postfix' lists of restrictions (access(5), postconf(5)) do with a client that names a recipient elsewhere.
///
/// Each list is asked on its own: a refusal in any of them holds, a permit ends the list it stands in and no other.
struct RestrictionWalk {
  /// Whose way through the lists is looked at.
  enum Client: Equatable {
    /// Somebody who has not logged in, from anywhere.
    case stranger(isInNetworks: Bool)
    /// Somebody who has logged in, from anywhere.
    case user
  }

  /// What a list does in the end.
  enum Fate: Equatable {
    /// It refuses: the word that does.
    case refused(String)
    /// It lets pass whatever follows.
    case permitted
    /// It has nothing against it.
    case through
  }

  /// The lists, in the order in which they are asked.
  static let lists = [
    "smtpd_client_restrictions", "smtpd_helo_restrictions", "smtpd_sender_restrictions", "smtpd_relay_restrictions",
    "smtpd_recipient_restrictions",
  ]

  let client: Client
  /// Whether every domain is one that this server relays for, so that `reject_unauth_destination` refuses nothing.
  let relaysForAll: Bool
  /// The names of `smtpd_restriction_classes` with their lists; nothing where the list is not known.
  let classes: [String: [String]?]
  /// Tables, policies and classes before the end that may let the client pass, or refuse it; what they hold is not known.
  private(set) var doubts: [String] = []

  init(_ client: Client, _ evidence: PostfixEvidence, _ service: ListenerService) {
    self.client = client
    let domains = evidence.known("relay_domains", of: service).map { PostfixEvidence.words($0) } ?? []
    relaysForAll = domains.contains { $0.lowercased().hasPrefix("static:") }
    let names = evidence.known("smtpd_restriction_classes", of: service).map { PostfixEvidence.words($0) } ?? []
    var classes: [String: [String]?] = [:]
    for name in names { classes[name] = .some(evidence.known(name, of: service).map { PostfixEvidence.words($0) }) }
    self.classes = classes
  }

  /// Walks through a list.
  mutating func fate(of words: [String], in list: String) -> Fate { walk(words, list, within: []) }

  private mutating func walk(_ words: [String], _ list: String, within open: [String]) -> Fate {
    var rest = words[...]
    while let word = rest.popFirst() {
      let name = word.lowercased()
      if name == "warn_if_reject" {
        // The next one is logged and does nothing else.
        if let next = rest.popFirst(), RestrictionWalk.takesArgument(next.lowercased()) { rest = rest.dropFirst() }
        continue
      }
      if let own = classes[word] {
        guard let own, !open.contains(word) else {
          doubts.append(word)
          continue
        }
        let fate = walk(own, list, within: open + [word])
        if fate != .through { return fate }
        continue
      }
      if RestrictionWalk.takesArgument(name) {
        guard let argument = rest.popFirst() else { break }
        guard name.hasPrefix("check_") else { continue }
        if let fate = lookUp(argument, said: "\(word) \(argument)", name) { return fate }
        continue
      }
      // A table without a word before it is asked for what the list is about.
      if word.contains(":") {
        let about = list == "smtpd_relay_restrictions" ? "recipient" : list.dropFirst(6).prefix { $0 != "_" }
        if let fate = lookUp(word, said: word, "check_\(about)_access") { return fate }
        continue
      }
      if let fate = plain(name) { return fate }
    }
    return .through
  }

  /// What a word without argument does; nothing where it ends nothing, or is about other clients.
  private func plain(_ name: String) -> Fate? {
    switch name {
    case "permit": .permitted
    case "permit_mynetworks": client == .stranger(isInNetworks: true) ? .permitted : nil
    case "permit_sasl_authenticated": client == .user ? .permitted : nil
    case "reject", "defer", "defer_if_permit": .refused(name)
    case "reject_unauth_destination", "defer_unauth_destination": relaysForAll ? nil : .refused(name)
    default: nil
    }
  }

  /// What a table does: `static:` gives the same for everybody, of others the content is not known.
  private mutating func lookUp(_ table: String, said: String, _ name: String) -> Fate? {
    // These are about people who have shown something: a login, a certificate.
    if client != .user, ["check_sasl_access", "check_ccert_access"].contains(name) { return nil }
    let action = table.lowercased()
    if action.hasPrefix("static:") {
      let result = action.dropFirst("static:".count).drop { $0 == "{" || $0 == " " }.prefix { $0 != " " && $0 != "}" }
      let isCode = result.count == 3 && result.allSatisfy(\.isNumber)
      if ["reject", "defer"].contains(result) || isCode && "45".contains(result.prefix(1)) { return .refused(said) }
      // A number alone is an OK as well (access(5)).
      return ["ok", "permit"].contains(result) || !result.isEmpty && result.allSatisfy(\.isNumber) ? .permitted : nil
    }
    // A recipient that a table lets pass is one recipient; what lets a sender or client pass lets them send anywhere.
    if client != .user, name.hasPrefix("check_recipient_") || name == "check_etrn_access" { return nil }
    doubts.append(said)
    return nil
  }

  private static func takesArgument(_ name: String) -> Bool {
    name.hasPrefix("check_") || name == "sleep"
      || ["reject_rbl_client", "reject_rhsbl_", "permit_dnswl_client", "permit_rhswl_client"].contains {
        name.hasPrefix($0)
      }
  }
}
