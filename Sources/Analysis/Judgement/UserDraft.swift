import MailModel

/// An identity while its facts are gathered.
struct UserDraft {
  struct ClientKey: Hashable {
    var address: String
    var helo: String?
  }

  struct Client {
    var ports: [String: Int] = [:]
    var messages = 0
    var lastAt: Timestamp?
  }

  var kind: IdentityKind
  var ports: [String: PortUse] = [:]
  var readiness = ReadinessRule()
  var refusals: [RefusalClass: Int] = [:]
  var failedLogins = 0
  var plaintextLogins = 0
  var clients: [ClientKey: Client] = [:]
  var marks: [EvidenceDraft] = []
}
