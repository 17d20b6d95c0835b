import Foundation
import GRDB
public import MailModel

/// What probes leave behind.
extension StateFile {
  /// Puts a probe's result in place of what is here of the same hosts and ports; signatures of the other side of the switch stay.
  public func remember(_ result: ProbeResult) throws(StateError) {
    try write([StoredProbe.self, StoredSignature.self]) { db in
      var seen = Set<String>()
      for first in result.targets where seen.insert("\(first.host.lowercased()) \(first.port)").inserted {
        let host = first.host.lowercased()
        let targets = result.targets.filter { $0.host.lowercased() == host && $0.port == first.port }
        try StoredProbe(
          host: host, port: Int64(first.port), probedAt: result.generatedAt.milliseconds,
          targets: try StateFile.json(targets)
        ).save(db)
        // The addresses of a name are one server; the first that told everything stands for all.
        let signatures = targets.compactMap(\.signature)
        guard let signature = signatures.first(where: { $0.withLogin != nil }) ?? signatures.first else { continue }
        try StoredSignature(
          host: host, port: Int64(first.port), phase: signature.phase.rawValue,
          signature: try StateFile.json(signature)
        ).save(db)
      }
    }
  }

  /// The latest probe of every port, or of some ports of one host; its time is that of the port that was asked longest ago.
  public func probe(host: String? = nil, ports: [Int]? = nil) throws(StateError) -> ProbeResult? {
    try read { db in
      let rows = try StoredProbe.read(db).filter { row in
        (host.map { $0.lowercased() == row.host } ?? true) && (ports.map { $0.contains(Int(row.port)) } ?? true)
      }
      guard let oldest = rows.map(\.probedAt).min() else { return nil }
      let targets = try rows.flatMap { try StateFile.value([ProbedTarget].self, $0.targets, path) }
      return ProbeResult(generatedAt: Timestamp(milliseconds: oldest), targets: targets)
    }
  }

  /// Every signature, of both sides of the switch.
  public func signatures() throws(StateError) -> [PortSignature] {
    try read { db in
      try StoredSignature.read(db).map { try StateFile.value(PortSignature.self, $0.signature, path) }
    }
  }

  /// Puts a calibration in place of the one before of the same server.
  public func remember(_ calibration: PortCalibration, server: String) throws(StateError) {
    try write([StoredCalibration.self]) { db in
      try StoredCalibration(
        server: server, takenAt: calibration.takenAt.milliseconds, calibration: try StateFile.json(calibration)
      ).save(db)
    }
  }

  /// How the log of a server shows its ports, where that was found out.
  public func calibration(server: String) throws(StateError) -> PortCalibration? {
    try read { db in
      try StoredCalibration.read(db, where: "server = ?", [server.databaseValue]).first.map {
        try StateFile.value(PortCalibration.self, $0.calibration, path)
      }
    }
  }

  /// Takes out probes and signatures that name a person; replies can quote an address.
  static func forgetProbes(naming identity: String, _ db: Database) throws {
    let name = NameInText(identity)
    for probe in try StoredProbe.read(db) where StateFile.names(name, in: probe.targets) {
      try db.execute(sql: "DELETE FROM probe WHERE host = ? AND port = ?", arguments: [probe.host, probe.port])
    }
    for kept in try StoredSignature.read(db) where StateFile.names(name, in: kept.signature) {
      try db.execute(
        sql: "DELETE FROM signature WHERE host = ? AND port = ? AND phase = ?",
        arguments: [kept.host, kept.port, kept.phase])
    }
  }

  /// Whether a text of a JSON document names a person; what cannot be read is taken to do so.
  private static func names(_ name: NameInText, in json: Data) -> Bool {
    func isNamed(_ value: Any) -> Bool {
      switch value {
      case let text as String: name.isIn(text)
      case let list as [Any]: list.contains(where: isNamed)
      case let object as [String: Any]: object.contains { name.isIn($0.key) || isNamed($0.value) }
      default: false
      }
    }
    return (try? JSONSerialization.jsonObject(with: json)).map(isNamed) ?? true
  }

  static func json(_ value: some Encodable) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(value)
  }

  static func value<Value: Decodable>(_ type: Value.Type, _ data: Data, _ path: String) throws -> Value {
    do {
      return try JSONDecoder().decode(type, from: data)
    } catch {
      throw StateError.damaged(path: path, detail: "what is kept of a probe cannot be read")
    }
  }
}
