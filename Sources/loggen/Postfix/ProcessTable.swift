/// The smtpd processes of a server: each serves one service and one client at a time, and leaves after a hundred clients.
///
/// A process id that became free is given out again, as a kernel with a small range of them does.
struct ProcessTable {
  private static let firstPID = 300
  private static let fewestPIDs = 1499
  private static let clientsPerProcess = 100

  private var taken: [Bool]
  private var next = 0
  private var running: [Int]
  private var clients: [Int]
  private let services: Int

  init(lanes: Int, services: Int) {
    self.services = services
    running = Array(repeating: -1, count: lanes * services)
    clients = running
    taken = Array(repeating: false, count: max(Self.fewestPIDs, 2 * running.count))
  }

  /// The process that serves the next client of a lane on a service.
  mutating func process(lane: Int, service: Int) -> Int {
    let place = lane * services + service
    if running[place] < 0 || clients[place] >= Self.clientsPerProcess {
      let old = running[place]
      running[place] = newPID()
      if old >= 0 { taken[old] = false }
      clients[place] = 0
    }
    clients[place] += 1
    return running[place] + Self.firstPID
  }

  private mutating func newPID() -> Int {
    while taken[next] { next = (next + 1) % taken.count }
    let pid = next
    taken[pid] = true
    next = (next + 1) % taken.count
    return pid
  }
}
