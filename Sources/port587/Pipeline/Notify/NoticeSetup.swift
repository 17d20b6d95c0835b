import Foundation
import MailModel
import Notices
import StateStore

/// Campaign, texts and rules, from the options and the files that they name.
struct NoticeSetup {
  let campaign: Campaign
  let templates: TemplateSet
  let rules: RecipientRules

  init(_ options: NotifyOptions, _ input: NoticeInput, now: Timestamp) throws(NotifyFault) {
    campaign = try NoticeSetup.campaign(options, input.model)
    if !options.unprobed {
      let faults = FactCheck.faults(campaign, try NoticeSetup.probe(options, input), now: now)
      guard faults.isEmpty else { throw .facts(faults) }
    }
    templates = try NoticeSetup.templates(options.templates)
    rules = try NoticeSetup.rules(options, input.accounts)
  }

  /// Looks at every file that the options name, as long as nobody is told yet.
  static func check(_ options: NotifyOptions) throws(NotifyFault) {
    _ = try templates(options.templates)
    _ = try rules(options, nil)
    _ = try profile(options.attachProfile)
    if let path = options.sending.caFile { _ = try NoticeInput.bytes(of: path) }
    // What systemd gives to the service is not here.
    if let path = options.sending.credentials, !path.hasPrefix(CredentialsFile.credentialPrefix) {
      _ = try CredentialsFile.read(path)
    }
  }

  private static func templates(_ folder: String?) throws(NotifyFault) -> TemplateSet {
    // A text that was changed and is not used would go unnoticed: what is there must be readable.
    var own: [String: String] = [:]
    if let folder {
      guard FileManager.default.fileExists(atPath: folder) else {
        throw .cannotRead(path: folder, reason: "there is no such folder.")
      }
      let names = TemplateSet.files.map(\.name)
      for name in names {
        let path = URL(fileURLWithPath: folder).appendingPathComponent(name).path
        if FileManager.default.fileExists(atPath: path) { own[name] = try text(of: path) }
      }
      if let stray = strayText(in: folder, names) {
        throw .badFile(
          path: stray, reason: "no text of this name is looked for; these are: \(names.joined(separator: ", ")).")
      }
      guard !own.isEmpty else {
        throw .badFile(
          path: folder, reason: "it holds none of the files that are looked for: \(names.joined(separator: ", ")).")
      }
    }
    do throws(TemplateFault) {
      return try TemplateSet(override: { own[$0] })
    } catch {
      throw .template(error)
    }
  }

  /// A text that looks like one of ours under another name or in another folder: `pt_BR/notice.mustache`.
  private static func strayText(in folder: String, _ names: [String]) -> String? {
    let base = URL(fileURLWithPath: folder)
    func entries(_ url: URL) -> [String] {
      ((try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []).sorted()
    }
    func isText(_ name: String) -> Bool { name.hasSuffix(".mustache") || name == "clients.txt" }
    let top = entries(base)
    if let stray = top.first(where: isText) { return base.appendingPathComponent(stray).path }
    for sub in top {
      let inner = base.appendingPathComponent(sub)
      if let stray = entries(inner).first(where: { isText($0) && !names.contains("\(sub)/\($0)") }) {
        return inner.appendingPathComponent(stray).path
      }
    }
    return nil
  }

  private static func profile(_ path: String?) throws(NotifyFault) -> MessageAttachment? {
    guard let path else { return nil }
    return MessageAttachment(
      fileName: URL(fileURLWithPath: path).lastPathComponent, mediaType: "application/x-apple-aspen-config",
      bytes: Array(try NoticeInput.bytes(of: path)))
  }

  /// What `--probe` names, else the latest that the state holds of the server and ports of the notices.
  private static func probe(_ options: NotifyOptions, _ input: NoticeInput) throws(NotifyFault) -> ProbeResult {
    if let path = options.probe {
      do {
        return try JSONDecoder().decode(ProbeResult.self, from: try NoticeInput.bytes(of: path))
      } catch let fault as NotifyFault {
        throw fault
      } catch {
        throw .badFile(path: path, reason: "it is no result of port587 probe --json.")
      }
    }
    let ports = [options.submissionPort.map { $0.port } ?? 587, options.submissionsPort.map { $0.port } ?? 465]
    do throws(StateError) {
      if let probe = try input.state?.probe(host: options.server, ports: ports.compactMap { $0 }) { return probe }
    } catch {
      throw .audit(.state(error))
    }
    throw .facts([
      "the state holds no probe of \(options.server): run port587 probe \(options.server) --state FILE, "
        + "or give --probe FILE or --unprobed."
    ])
  }

  private static func campaign(_ options: NotifyOptions, _ model: ReportModel) throws(NotifyFault) -> Campaign {
    let domain = options.notifyDomains.first?.lowercased() ?? ""
    guard let from = options.from?.mailbox ?? Mailbox(text: "postmaster@\(domain)") else {
      throw .badFile(path: "--notify-domain", reason: "\(domain) is no domain.")
    }
    let answers = options.replyTo?.mailbox ?? from
    var campaign = Campaign(
      cutover: options.cutover.day, server: options.server.lowercased(), from: from,
      organisation: options.organisation ?? (from.name.isEmpty ? domain : from.name),
      contact: options.contact ?? answers.address.text)
    campaign.replyTo = answers
    if let port = options.submissionPort { campaign.starttlsPort = port.port }
    if let port = options.submissionsPort { campaign.tlsPort = port.port }
    campaign.usesWholeAddress = options.userName == .address
    campaign.guide = options.guide
    campaign.autoconfig = options.autoconfig
    campaign.optOutURL = options.optOutURL
    campaign.maxRounds = options.maxRounds
    campaign.refusalText = options.refusalText ?? refusalText(model)
    campaign.zone = MachineZone.rules(or: options.utcOffset)
    campaign.profile = try profile(options.attachProfile)
    return campaign
  }

  /// What the server said most often to those whom it sent to another port; nothing when the logs show no such refusal.
  private static func refusalText(_ model: ReportModel) -> String? {
    model.refusals.filter { $0.refusalClass == .submissionRequired }.max { $0.count < $1.count }.map { refusal in
      ["\(refusal.code)", refusal.enhancedCode, refusal.text].compactMap { $0 }.joined(separator: " ")
    }
  }

  private static func rules(
    _ options: NotifyOptions, _ accounts: AccountDirectory?
  ) throws(NotifyFault) -> RecipientRules {
    var rules = RecipientRules(domains: Set(options.notifyDomains.map { $0.lowercased() }))
    rules.includesSenders = options.includeSenders
    rules.includesUnknown = options.includeUnknown
    rules.accounts = accounts
    rules.sharedFrom = options.sharedFrom
    rules.sendersFrom = options.sendersFrom
    if let path = options.optOut, let line = rules.optOut.add(text: try text(of: path)) {
      throw .badFile(path: "\(path):\(line)", reason: "expected one address, or @domain.")
    }
    if let language = options.language?.language {
      rules.languages = LanguageTable(fallback: language)
    } else {
      rules.languages = LanguageTable(fallback: options.defaultLanguage?.language ?? .english)
      if let path = options.languages, let line = rules.languages.add(text: try text(of: path)) {
        throw .badFile(path: "\(path):\(line)", reason: "expected an address or @domain, and en, pt-BR or es.")
      }
    }
    return rules
  }

  /// A list that cannot be read as text would let people be told who must not be.
  private static func text(of path: String) throws(NotifyFault) -> String {
    guard let text = String(data: try NoticeInput.bytes(of: path), encoding: .utf8) else {
      throw .badFile(path: path, reason: "it is no UTF-8 text.")
    }
    return text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
  }
}
