public import MailModel

/// How many senders (MAIL FROM) logins have used on all days that are known, whatever days a report is over.
///
/// The last days say who has moved; what an account is, they may not say: where the server refuses everything by now, no
/// sender is accepted any more.
public struct SenderHistory: Sendable {
  private let resolver: IdentityResolver
  private var sketches: [String: SenderSketch] = [:]

  /// Takes which addresses are one mailbox, and the domain of short names.
  public init(accounts: AccountDirectory, defaultDomain: String?) {
    resolver = IdentityResolver(accounts: accounts, defaultDomain: defaultDomain)
  }

  /// Takes what was counted on some days.
  public mutating func add(_ tally: borrowing Tally) {
    var ofName: [UInt32: SenderSketch] = [:]
    for (key, fact) in tally.logins.pairs
    where !key.isSender && key.identity < LoginKey.nobody && fact.senders.bits != 0 {
      ofName[key.identity, default: SenderSketch()].formUnion(fact.senders)
    }
    for (number, sketch) in ofName {
      sketches[resolver.identity(tally.names[number]), default: SenderSketch()].formUnion(sketch)
    }
  }

  /// Gives each user of a report the senders of all days.
  public func apply(to model: inout ReportModel) {
    for i in model.users.indices {
      guard let count = sketches[model.users[i].identity]?.count else { continue }
      model.users[i].senders = max(count, model.users[i].senders ?? 0)
    }
  }
}
