/// Identities, each once and known by a small number: the login `ana` and the sender `Ana@example.com` may be one.
struct IdentityTable {
  /// The identities by number.
  private(set) var texts: [String] = []
  /// The domains that identities have, each once.
  private(set) var domains: [String] = []
  private var numbers: [String: Int32] = [:]
  private var domainNumbers: [String: Int32] = [:]
  private var domainOfText: [Int32] = []

  /// Makes room for so many identities, so that the table need not grow step by step.
  mutating func reserve(_ count: Int) {
    texts.reserveCapacity(count)
    domainOfText.reserveCapacity(count)
    numbers.reserveCapacity(count)
  }

  /// The number of an identity, new or known.
  mutating func number(of identity: String) -> Int32 {
    if let known = numbers[identity] { return known }
    let number = Int32(texts.count)
    numbers[identity] = number
    texts.append(identity)
    domainOfText.append(IdentityResolver.domain(of: identity).map { numberOfDomain($0) } ?? -1)
    return number
  }

  /// Lets go of what finds an identity's number, once nobody is looked for any more.
  mutating func dropNumbers() {
    numbers = [:]
    domainNumbers = [:]
    domainOfText = []
  }

  /// The number of an identity, if it has one.
  func known(_ identity: String) -> Int32? { numbers[identity] }

  /// The number in `domains` of an identity's domain, if it has one.
  func domain(of number: Int32) -> Int? {
    let domain = domainOfText[Int(number)]
    return domain < 0 ? nil : Int(domain)
  }

  private mutating func numberOfDomain(_ domain: String) -> Int32 {
    if let known = domainNumbers[domain] { return known }
    let number = Int32(domains.count)
    domainNumbers[domain] = number
    domains.append(domain)
    return number
  }
}
