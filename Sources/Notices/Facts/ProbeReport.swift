public import MailModel

/// What notices need of a probe's result (`port587-probe/1`); names that are not known are passed over.
public struct ProbeReport: Decodable, Sendable, Equatable {
  /// A port of a host.
  public struct Target: Decodable, Sendable, Equatable {
    /// As it was asked for.
    public var host: String
    /// The port.
    public var port: Int
    /// `open` when a greeting came.
    public var reachability: String
    /// What was seen of TLS, when it was reached.
    public var tls: TLS?
    /// What was judged.
    public var checks: [Check]?
  }

  /// The part of a target about encryption.
  public struct TLS: Decodable, Sendable, Equatable {
    /// The server's certificate, when one came.
    public var certificate: Certificate?
  }

  /// What was seen of a certificate.
  public struct Certificate: Decodable, Sendable, Equatable {
    /// `valid`, or what is wrong with it.
    public var trust: String
    /// Whether it holds the host's name.
    public var nameMatches: Bool
  }

  /// A judgement.
  public struct Check: Decodable, Sendable, Equatable {
    /// Its name in the catalogue, for instance `P06`.
    public var id: String
    /// `blocker` and less.
    public var severity: String
    /// `pass`, `fail` and others.
    public var verdict: String
  }

  /// Names the form.
  public var schema: String
  /// When it was made.
  public var generatedAt: Timestamp
  /// What was asked.
  public var targets: [Target]
}
