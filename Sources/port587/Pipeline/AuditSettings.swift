import Analysis
import ByteScanning
import Foundation
import IceWarpAdmin
import LogFormats
import MailModel

/// What the options name and files hold: format, accounts, services, domains.
struct AuditSettings {
  var format: (any LogFormat.Type)?
  var accounts = AccountDirectory()
  var services: [ListenerService] = []
  var localDomains: Set<String> = []
  /// The accounts, with every domain that was said to be local.
  var localAccounts: AccountDirectory {
    var all = accounts
    all.localDomains.formUnion(localDomains)
    return all
  }
  /// From what ports are concluded, with `--infer-port`; a state may know more.
  var inference: InferenceSources?
  /// What these files say of the whole server.
  var serverFacts: ServerFacts?
  /// What takes the names out of the report, with `--pseudonymise`.
  var pseudonyms: Pseudonyms?
  /// What `--probe` says.
  var probe: ProbeResult?
  /// What `--preflight` says.
  var preflight: PreflightReport?
  /// Lines of the account list that were not taken, by number and reason.
  var accountFaults: [String] = []
  /// That the bypass file holds no line that is understood, where it holds some.
  var bypassFault: String?
  /// What says in the report whom the bypass file frees and who comes from a trusted address.
  var marker: BypassMarker?
  /// The addresses that the server trusts.
  var trusted: TrustedAddresses?

  init(_ options: AuditOptions) throws(AuditFault) {
    if let name = options.logFormat {
      format = LogFormats.all.first { $0.identifier == name.lowercased() }
      if format == nil { throw .unknownFormat(name: name, known: LogFormats.all.map { $0.identifier }) }
    }
    if let path = options.pseudonymise { pseudonyms = try AuditSettings.pseudonyms(path) }
    if let path = options.probe { probe = try ServerDocuments.probe(path) }
    if let path = options.preflight { preflight = try ServerDocuments.preflight(path) }
    if options.inferPort {
      let sources = InferenceSources(
        probe: probe, probePath: options.probe ?? "", preflight: preflight, preflightPath: options.preflight ?? "",
        saysMessageSubmission: options.messageSubmission)
      // What is wrong with the files is said before anything is read.
      serverFacts = try sources.facts(options.policy)
      inference = sources
    }
    localDomains = Set(options.localDomains.map(\.name))
    if let path = options.accounts {
      let export = AccountExport.parse(try AuditSettings.bytes(of: path, "account list"))
      if export.accounts == 0 {
        throw .badSettings(
          path: path, reason: "it lists no account; give the output of tool export account, or one address a line")
      }
      accounts = export.directory
      accountFaults = export.faults.map { "\(path):\($0.line): \($0.reason)" }
    }
    trusted = try options.trusted.map { path throws(AuditFault) in try BypassSurvey.trusted(path) }
    if options.bypass != nil || trusted != nil {
      let tree = try options.bypass.map { path throws(AuditFault) in try BypassLoader(includeFolder: nil).tree(path) }
      if let path = options.bypass, let lines = tree?.lines.map(\.line), !lines.contains(where: \.isValid),
        !lines.allSatisfy(\.looksLikeComment)
      {
        bypassFault = "\(path): no line of it frees anybody: port587 bypass check \(path) says why"
      }
      marker = BypassMarker(tree: tree, trusted: trusted)
    }
    if let path = options.postfixServices {
      let content = try AuditSettings.bytes(of: path, "list of Postfix services")
      do {
        services = try PostfixServices.parse(content)
      } catch {
        throw .badSettings(path: path, reason: "\(error)")
      }
    }
  }

  /// A key is asked for before anything is read.
  private static func pseudonyms(_ path: String) throws(AuditFault) -> Pseudonyms {
    let bytes = try SecretFile.read(path, what: "key of the pseudonyms")
    // A key made with a text tool ends with a line end that nobody means.
    let key = Array(bytes[..<(bytes.lastIndex { $0 != 0x0a && $0 != 0x0d }.map { $0 + 1 } ?? 0)])
    guard let pseudonyms = Pseudonyms(key: key) else {
      throw .badSecret(
        path: path,
        reason: "a key has \(Pseudonyms.minimumKeyBytes) bytes or more; this makes one: openssl rand -hex 32")
    }
    return pseudonyms
  }

  static func bytes(of path: String, _ what: String) throws(AuditFault) -> [UInt8] {
    do {
      return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    } catch {
      throw .cannotRead(what: what, path: path, reason: PlainReason.reading(error, of: path))
    }
  }
}
