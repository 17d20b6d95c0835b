/// The counters at the end of a session: `ehlo=2 starttls=1 auth=0/1 quit=1 commands=4/5`.
struct CommandTally {
  private var names: [String] = []
  private var good: [Int] = []
  private var all: [Int] = []

  /// Counts a command.
  mutating func add(_ name: String, accepted: Bool = true) {
    let place: Int
    if let known = names.firstIndex(of: name) {
      place = known
    } else {
      place = names.count
      names.append(name)
      good.append(0)
      all.append(0)
    }
    good[place] += accepted ? 1 : 0
    all[place] += 1
  }

  /// Adds the counters to the line that is being composed.
  func write(to script: inout SessionScript) {
    for place in names.indices { write(names[place], good[place], all[place], to: &script) }
    write("commands", good.reduce(0, +), all.reduce(0, +), to: &script)
  }

  private func write(_ name: String, _ good: Int, _ all: Int, to script: inout SessionScript) {
    script.put(" ")
    script.put(name)
    script.put("=")
    script.put(good)
    if good != all {
      script.put("/")
      script.put(all)
    }
  }
}
