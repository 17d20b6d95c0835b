import MailModel

/// What to change in one program or device, in every language.
struct ClientInstructions: Sendable {
  /// Its name in `plan.json` and in `clients.txt`.
  let identifier: String
  /// The encryption that works best with it.
  let preferred: SubmissionKind
  /// What it calls each kind of encryption; `STARTTLS` and `SSL/TLS` unless said otherwise.
  let labels: [SubmissionKind: String]
  /// The instructions in the form of `clients.txt`, without the first line.
  let texts: [Language: String]

  init(
    identifier: String, preferred: SubmissionKind,
    labels: [SubmissionKind: String] = [:], texts: [Language: String]
  ) {
    self.identifier = identifier
    self.preferred = preferred
    self.labels = labels
    self.texts = texts
  }
}
