import Foundation
import Testing

/// A password in a log is in no output, in no form, whatever the line it stands in.
@Suite("Secrets")
struct SecretCanaryTests {
  private static let secret = "Canario-S3gredo-9fQx"

  /// The forms in which the password would give itself away, and the beginnings and ends of it.
  private static var forms: [String] {
    let user = "ana@example.com"
    var forms = [secret, secret.lowercased(), secret.uppercased(), String(secret.reversed())]
    for text in [
      secret, "\0\(user)\0\(secret)", "\(user)\0\(user)\0\(secret)", "x\(secret)", "xx\(secret)", secret + "\n",
    ] {
      // The middle of the code, so that it is found wherever it is cut.
      let code = IceWarpTalk.base64(text)
      forms += [code, String(code.dropFirst(8).prefix(16))]
    }
    forms += [secret.utf8.map { String(format: "%02x", $0) }.joined()]
    return forms.filter { $0.utf8.count >= 12 }
  }

  /// Dialogues and stray lines, each of which holds the password.
  static let logs: [(name: String, lines: [String])] = {
    let talk = IceWarpTalk()
    let user = "ana@example.com"
    let plain = IceWarpTalk.base64("\0\(user)\0\(secret)")
    func after(_ lines: [String]) -> [String] { talk.greeting + lines.map { talk.line($0) } + talk.farewell }
    return [
      ("AUTH LOGIN", talk.submission(by: user, password: secret)),
      ("AUTH LOGIN that fails", talk.failure(of: user, password: secret)),
      (
        "AUTH LOGIN with the user in the command",
        after([
          "<<< AUTH LOGIN \(IceWarpTalk.base64(user))", ">>> 334 UGFzc3dvcmQ6", "<<< \(IceWarpTalk.base64(secret))",
          ">>> 235 2.0.0 ok",
        ])
      ),
      (
        "AUTH LOGIN in clear",
        after(["<<< AUTH LOGIN", ">>> 334 User", "<<< \(user)", ">>> 334 Pass", "<<< \(secret)", ">>> 535 no"])
      ),
      ("AUTH PLAIN in the command", after(["<<< AUTH PLAIN \(plain)", ">>> 235 2.0.0 ok"])),
      ("AUTH PLAIN that fails", after(["<<< AUTH PLAIN \(plain)", ">>> 535 5.7.8 no \(plain)"])),
      ("AUTH PLAIN in two steps", after(["<<< AUTH PLAIN", ">>> 334", "<<< \(plain)", ">>> 235 2.0.0 ok"])),
      ("auth in small letters", after(["<<< auth plain \(plain)", ">>> 235 2.0.0 ok"])),
      (
        "An answer without its question",
        IceWarpTalk(thread: "0002").greeting + [
          talk.line("<<< \(plain)"), talk.line("<<< \(IceWarpTalk.base64(secret))"),
        ]
      ),
      ("A command that is none", after(["<<< AUTHX PLAIN \(plain)", ">>> 500 5.5.1 Unknown command"])),
      (
        "A password where a command goes",
        after(["<<< \(secret)", ">>> 500 5.5.1 Command unrecognized: \"\(secret)\""])
      ),
      ("A reply that repeats it", after(["<<< AUTH LOGIN", ">>> 334 \(IceWarpTalk.base64(secret))"])),
      ("Lines of another kind", talk.greeting + ["AUTH PLAIN \(plain)", "password=\(secret)", "senha: \(secret)"]),
      (
        "Masked, then not",
        after(["<<< AUTH LOGIN ****", ">>> 334 UGFzc3dvcmQ6", "<<< ****", "<<< \(plain)", ">>> 535 no"])
      ),
      (
        "Postfix with a curious line",
        [
          "Mar 16 10:00:00 mail postfix/smtpd[100]: connect from unknown[198.51.100.7]",
          "Mar 16 10:00:00 mail postfix/smtpd[100]: < unknown[198.51.100.7]: AUTH PLAIN \(plain)",
          "Mar 16 10:00:00 mail postfix/smtpd[100]: warning: unknown[198.51.100.7]: SASL LOGIN authentication failed: "
            + IceWarpTalk.base64(secret),
          "Mar 16 10:00:00 mail postfix/smtpd[100]: warning: unknown[198.51.100.7]: SASL PLAIN authentication failed: "
            + plain,
          "Mar 16 10:00:00 mail postfix/smtpd[100]: disconnect from unknown[198.51.100.7] auth=0/1 commands=0/1",
        ]
      ),
    ]
  }()

  @Test("The password is in no output", arguments: logs)
  func canary(name: String, lines: [String]) async throws {
    try await LogFolder.use { folder in
      let file = lines[0].hasPrefix("Mar") ? "mail.log" : LogFolder.monday
      try folder.write(lines, to: "logs/" + file)
      for options in [["--json"], ["--verbose"], ["--verbose", "--exit-code", "--log-format", "postfix"]] {
        let run = try ProgramRun(
          ["audit", "logs", "--output", "out"] + options, environment: ["COLUMNS": "400"], folder: folder.url)
        #expect([0, 1].contains(run.status), "\(run.notes)")
        var outputs = [("standard output", run.output), ("standard error", run.errors)]
        for file in try FileManager.default.contentsOfDirectory(atPath: folder.path("out")) {
          outputs.append((file, try Data(contentsOf: URL(fileURLWithPath: folder.path("out/" + file)))))
        }
        #expect(outputs.count == 7)
        for (place, bytes) in outputs {
          let text = String(decoding: bytes, as: UTF8.self)
          for form in SecretCanaryTests.forms {
            #expect(!text.contains(form), "\(name), \(options): \(place) holds \(form)")
          }
        }
      }
    }
  }
}
