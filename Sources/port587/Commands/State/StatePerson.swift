import Analysis
import Foundation
import IceWarpAdmin
import MailModel

/// A user as the report names them, and everything in a log that it takes for this name.
struct StatePerson {
  /// The name as the report has it.
  let identity: String
  private let asTyped: String
  private let resolver: IdentityResolver

  init(_ options: StatePersonOptions) throws {
    var accounts = AccountDirectory()
    if let path = options.accounts {
      guard let content = FileManager.default.contents(atPath: path) else {
        throw AuditFault.cannotRead(what: "account list", path: path, reason: "it does not exist or may not be read")
      }
      accounts = AccountExport.parse(Array(content)).directory
    }
    accounts.localDomains.formUnion(options.localDomains.map(\.name))
    resolver = IdentityResolver(accounts: accounts, defaultDomain: options.defaultDomain?.name)
    identity = resolver.identity(options.identity.utf8)
    asTyped = options.identity
  }

  /// Whether the report would have this name of the log as the user's, or it is the very name that was typed.
  func isNamed(_ name: [UInt8]) -> Bool {
    name.elementsEqual(asTyped.utf8) || resolver.identity(name) == identity
  }
}
