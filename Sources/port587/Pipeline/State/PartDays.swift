import Analysis
import MailModel
import StateStore

/// The days of one server in a state, with its sessions that are still open and what connection records say of their ports.
struct PartDays {
  let part: Int64
  /// Whether the state has other parts as well.
  private let isOneOfSeveral: Bool
  private let context: AnalysisContext
  /// The days on which anything was counted.
  private let days: [DayHead]
  private let blocks: [BlockHead]
  private let open: [OpenSessions]
  private let servers: ServerHistories
  private let span: JoinSpan
  private var join: ConnectionJoin?

  /// Looks up what there is.
  init(
    _ part: Int64, isOneOfSeveral: Bool, _ reader: StateReader, context: AnalysisContext
  ) throws(StateError) {
    self.part = part
    self.isOneOfSeveral = isOneOfSeveral
    self.context = context
    days = try reader.file.dayHeads(of: part)
    blocks = try reader.file.blocks(of: part, days: days)
    var open: [OpenSessions] = []
    for stream in try reader.file.streams(of: part) { open.append(try reader.sessions(stream)) }
    try reader.takeServers(&open, of: part)
    self.open = open
    servers = ServerHistories(open)
    span = try StateJoin(reader.file, part: part).span
    guard !span.days.isEmpty else { return }
    var late = unfinished(reader, keepsDays: false)
    join = span.join(adding: late.takeAllSightings())
  }

  /// The days on which anything was counted, by number.
  var numbers: [Int64] { days.map(\.day) }

  /// How to get at everything that was counted.
  ///
  /// - Parameter seams: days at which something begins that bears on single days.
  func plan(seams: Set<Int64>) -> [DayPlan.Piece] {
    DayPlan(numbers, blocks: blocks, seams: seams.union(servers.seams)).pieces
  }

  /// How the join went on some days; nothing when there was none.
  func summary(_ days: ClosedRange<Int64>?) -> JoinSummary? { join.map { span.summary($0, days: days) } }

  /// What was counted on a day, sessions that waited with the ports that are known now.
  ///
  /// - Parameter fresh: days that need not be read back; a day that is asked for is taken out.
  func counts(_ day: Int64, _ reader: StateReader, _ fresh: inout FreshDays) throws(StateError) -> Tally? {
    if let head = days.first(where: { $0.day == day }), let counts = fresh.take(head, part: part) {
      return settled(counts, day: day)
    }
    guard let stored = try reader.file.day(day, of: part) else { return nil }
    return settled(try reader.counts(stored), day: day)
  }

  /// What was counted on the days of a block that the plan names.
  func block(_ head: BlockHead, _ reader: StateReader) throws(StateError) -> DayBlock {
    var block = try reader.block(head)
    block.settle(servers)
    if isOneOfSeveral { block.setServersApart(part) }
    return block
  }

  /// What the open sessions come to, as if their log ended here.
  func unfinished(_ reader: StateReader, keepsDays: Bool) -> Tally {
    var context = context
    context.keepsDays = keepsDays
    context.joinsConnections = !span.days.isEmpty
    var assembler = SessionAssembler(context: context, tally: Tally(limits: reader.limits, seed: reader.seed))
    for sessions in open { assembler.finishAll(sessions, knowing: servers) }
    var tally = assembler.takeTally()
    servers.settle(&tally)
    if isOneOfSeveral { tally.setServersApart(part) }
    return joined(tally)
  }

  private func settled(_ counts: Tally, day: Int64) -> Tally {
    var tally = joined(counts)
    servers.settle(&tally, day: day)
    if isOneOfSeveral { tally.setServersApart(part) }
    return tally
  }

  private func joined(_ tally: Tally) -> Tally {
    guard let join, tally.isWaiting else { return tally }
    var tally = tally
    _ = tally.takeAllSightings()
    tally.settle(join)
    return tally
  }
}
