public import MailModel

/// How wide a hole a line makes.
extension BypassLine {
  /// The risk, and what makes it so.
  ///
  /// - Parameter localDomains: domains of this server, lower case; a line that frees one of them frees all its users.
  public func risk(localDomains: Set<String>) -> (risk: BypassRisk, why: [String]) {
    switch kind {
    case .address: return addressRisk()
    case .any:
      if case .addresses = item { return addressRisk() }
      let (risk, why) = mailRisk(localDomains)
      return (max(risk, .high), why + ["Anybody can claim a sender: whoever knows the name passes on port 25."])
    case .sender:
      let (risk, why) = mailRisk(localDomains)
      return (
        max(risk, .high), why + ["Anybody can claim a sender: whoever knows the name passes on port 25. Prefer i:."]
      )
    case .recipient:
      switch item {
      case .mail(let mask) where !mask.isOpen:
        return (.medium, ["Everybody may write to this recipient without login, under any local name."])
      case .mail(let mask), .domain(let mask):
        return mask.isEverything
          ? (.defeatsFeature, ["It frees every recipient, so that nobody has to log in."])
          : (.high, ["Everybody may write to all these recipients without login, under any local name."])
      default: return (.medium, [])
      }
    case .hostname:
      return (
        .medium,
        ["Who holds this name in the DNS decides which address passes. The name is looked up by the server, not here."]
      )
    case .dnswl: return (.high, ["Whoever runs this list decides who passes."])
    case .include: return (.high, ["It is as wide as the lines of that file."])
    case .localSenders:
      return (
        .defeatsFeature,
        ["It frees every local sender, and everybody who claims to be one: the option then closes nothing."]
      )
    case .trustedSession:
      return (
        .medium,
        [
          "Whoever is logged in or on the list of trusted addresses may go on with port 25: a soft start, not an end. That this file knows t: is not documented; test it."
        ]
      )
    case .unknown: return (.medium, ["What the server makes of it is not known."])
    }
  }

  private func addressRisk() -> (BypassRisk, [String]) {
    guard case .addresses(let pattern) = item else { return (.medium, ["What the server makes of it is not known."]) }
    let size = pattern.size
    if let span = pattern.span, !span.lowerBound.isIPv4 {
      if size == 1 { return (.low, []) }
      if size <= 1 << 64 { return (.medium, ["It frees a whole IPv6 network of one site."]) }
      return size <= 1 << 80
        ? (.high, ["It frees many IPv6 networks."])
        : (.defeatsFeature, ["It frees a good part of the IPv6 Internet."])
    }
    if size == 1 {
      let isLoopback = pattern.span?.lowerBound.isLoopback ?? false
      return (
        .low,
        isLoopback ? ["It frees every program on the server itself, web mail too; set their port to 587 instead."] : []
      )
    }
    let count = "It frees \(size) addresses"
    if size <= 256 { return (.medium, ["\(count): list the devices one by one if they are few."]) }
    if size < 1 << 24 || pattern.isPrivate {
      return (
        .high,
        [pattern.isPrivate ? "\(count): every computer in there, not only devices." : "\(count) of other people."]
      )
    }
    return (.defeatsFeature, ["\(count), a good part of the Internet."])
  }

  private func mailRisk(_ localDomains: Set<String>) -> (BypassRisk, [String]) {
    switch item {
    case .domain(let mask):
      if mask.isEverything { return (.defeatsFeature, ["It frees every sender."]) }
      if let domain = localDomains.sorted().first(where: { mask.matches($0) }) {
        return (.defeatsFeature, ["\(domain) is a local domain: every user of it is freed, as l: would do."])
      }
      return (
        .high,
        localDomains.isEmpty ? ["If this is a domain of yours, every user of it is freed (--local-domain tells)."] : []
      )
    case .mail(let mask):
      let parts = mask.text.split(separator: "@")
      let isAnyUser = parts.first.map { $0.allSatisfy { $0 == "*" } } ?? false
      if isAnyUser, let domain = parts.last {
        let own = TextMask(Array(domain.utf8)[...])
        if own.isEverything { return (.defeatsFeature, ["It frees every sender."]) }
        if let domain = localDomains.sorted().first(where: { own.matches($0) }) {
          return (.defeatsFeature, ["\(domain) is a local domain: every user of it is freed, as l: would do."])
        }
      }
      return (.high, mask.isOpen ? ["It frees every name that the mask fits."] : [])
    default: return (.medium, [])
    }
  }
}
