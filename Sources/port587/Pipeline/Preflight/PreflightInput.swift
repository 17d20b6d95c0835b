import Foundation
import IceWarpAdmin
import LogFormats
import MailModel
import PostfixAdmin

/// Reads what the options name, and notes what was not understood of it.
struct PreflightInput {
  /// No settings file is larger than this; an account export of a million lines fits.
  private static let maximumBytes = 256 << 20

  let language: Language
  private(set) var sources: [PreflightSource] = []

  init(language: Language) { self.language = language }

  /// What the options say of an IceWarp server.
  mutating func icewarp(_ command: PreflightCommand) throws(PreflightFault) -> IceWarpEvidence {
    var evidence = IceWarpEvidence()
    if let path = command.toolOutput {
      evidence.settings = try settings(try bytes(path, "tool-output"), path, "tool-output")
    } else if let path = command.runTool {
      evidence.settings = try settings(
        try ToolRunner(path: path).read(ToolCommands.systemVariables), path, "run-tool")
    }
    if let path = command.webclient {
      let webClient = WebClientSettings.parse(try bytes(path, "webclient"))
      guard webClient.isMarkup else {
        throw .notUnderstood(
          option: "webclient", path: path, reason: "this is no XML, or it is cut short; give config/_webmail/server.xml"
        )
      }
      evidence.webClient = webClient
      note("webclient", path)
    }
    if let path = command.accounts {
      let content = try bytes(path, "accounts")
      let export = AccountExport.parse(content)
      guard export.accounts > 0 else {
        throw .notUnderstood(
          option: "accounts", path: path, reason: "it lists no account; give the output of tool export account")
      }
      evidence.accounts = export
      evidence.policies = AccountPolicies.parse(content)
      note("accounts", path, notTaken: export.faults.count)
    }
    if let path = command.trusted {
      let list = TrustedAddresses.parse(try bytes(path, "trusted"))
      guard list.count > 0 || list.faults.isEmpty else {
        throw .notUnderstood(option: "trusted", path: path, reason: "it lists no address")
      }
      evidence.trusted = list
      note("trusted", path, notTaken: list.faults.count)
    }
    if let path = command.bypass {
      let tree: BypassTree
      do throws(AuditFault) {
        tree = try BypassLoader(includeFolder: command.includeFolder).tree(path)
      } catch .badSettings(_, let reason) {
        throw .notUnderstood(option: "bypass", path: path, reason: reason)
      } catch .cannotRead(_, _, let reason) {
        throw .cannotRead(option: "bypass", path: path, reason: reason)
      } catch {
        throw .cannotRead(option: "bypass", path: path, reason: error.line)
      }
      evidence.bypass = tree
      note("bypass", path, notTaken: tree.lines.count { !$0.line.isValid })
    }
    return evidence
  }

  /// What the options say of a Postfix.
  mutating func postfix(_ command: PreflightCommand) throws(PreflightFault) -> PostfixEvidence {
    var evidence = PostfixEvidence()
    if let path = command.postconf {
      let settings = PostfixSettings.parse(try bytes(path, "postconf"))
      guard settings.count + settings.others > 0 else {
        throw .notUnderstood(
          option: "postconf", path: path, reason: "it holds no parameter; give the output of postconf -n")
      }
      evidence.settings = settings
      note("postconf", path, notTaken: settings.unrecognised)
    }
    if let path = command.postfixServices {
      let content = try bytes(path, "postfix-services")
      do {
        evidence.services = try PostfixServices.parse(content)
      } catch {
        throw .notUnderstood(option: "postfix-services", path: path, reason: "\(error)")
      }
      note("postfix-services", path)
    }
    return evidence
  }

  private mutating func settings(
    _ bytes: [UInt8], _ path: String, _ option: String
  ) throws(PreflightFault) -> IceWarpSettings {
    let settings = IceWarpSettings.parse(bytes)
    guard settings.count > 0 else {
      throw .notUnderstood(
        option: option, path: path,
        reason: "it holds no setting that preflight knows; `port587 preflight` prints the commands that make it")
    }
    note(option, path, notTaken: settings.unrecognised)
    return settings
  }

  private mutating func note(_ option: String, _ path: String, notTaken: Int = 0) {
    let notes =
      notTaken == 0
      ? []
      : [
        TranslatedText(
          "Lines that were not understood: \(notTaken).", pt: "Linhas não compreendidas: \(notTaken).",
          es: "Líneas no comprendidas: \(notTaken)."
        ).text(in: language)
      ]
    sources.append(PreflightSource(option: option, path: path, notes: notes))
  }

  private func bytes(_ path: String, _ option: String) throws(PreflightFault) -> [UInt8] {
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw .cannotRead(option: option, path: path, reason: "it does not exist or may not be read")
    }
    defer { try? handle.close() }
    do {
      let data = try handle.read(upToCount: PreflightInput.maximumBytes + 1) ?? Data()
      guard data.count <= PreflightInput.maximumBytes else {
        throw PreflightFault.notUnderstood(
          option: option, path: path,
          reason: "it is larger than \(PreflightInput.maximumBytes >> 20) MiB, which no such file is")
      }
      return Array(data)
    } catch let fault as PreflightFault {
      throw fault
    } catch {
      throw .cannotRead(option: option, path: path, reason: PlainReason.reading(error, of: path))
    }
  }
}
