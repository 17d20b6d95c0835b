internal import MailModel

/// The registry: one line for each format of connection records.
public enum ConnectionFormats {
  /// Every format, in the order in which a file is offered to them.
  public static let all: [any ConnectionFormat.Type] = [
    WindowsFirewallFormat.self,
    NetfilterFormat.self,
    ConntrackFormat.self,
    TcpdumpFormat.self,
    ZeekFormat.self,
    HAProxyFormat.self,
    NfdumpFormat.self,
    VPCFlowFormat.self,
  ]

  /// The format that understands most lines of a file's head, or nothing when none understands any.
  public static func recognise(_ sample: LogSample) -> (any ConnectionFormat.Type)? {
    var best: (format: any ConnectionFormat.Type, lines: Int)?
    for format in all {
      let lines = understood(sample, format)
      if lines > best?.lines ?? 0 { best = (format, lines) }
    }
    return best?.format
  }

  private static func understood<Format: ConnectionFormat>(_ sample: LogSample, _ format: Format.Type) -> Int {
    var parser = Format(context: FormatContext(lastDay: sample.modified))
    var record = ConnectionRecord()
    var events = 0
    var ignored = 0
    for line in sample.lines.prefix(2000) where !line.isEmpty {
      switch parser.parse(line.span, into: &record) {
      case .event: events += 1
      case .ignored: ignored += 1
      case .unrecognised, .malformed: break
      }
    }
    return events * 1000 + ignored
  }
}
