import MailModel

/// Colour and pattern of bars; what is to be closed, blocked or unknown has a pattern beside its colour.
enum ChartFill {
  /// The name of a fill for the role of a port.
  static func name(_ role: PortRole) -> String { role.rawValue }

  /// The name of a fill for how far users have moved.
  static func name(_ readiness: Readiness) -> String {
    switch readiness {
    case .blocked: "blocked"
    case .notReady: "legacy"
    case .moving: "moving"
    case .unknown: "unknown"
    case .ready: "ready"
    }
  }

  /// Whether a fill is a pattern of the page's `<defs>` (`fill="url(#p-legacy)"`) or a plain colour.
  static func isHatched(_ fill: String) -> Bool { ["legacy", "blocked", "moving", "unknown"].contains(fill) }
}
