import MailModel

extension Recipient {
  /// What a notice shows: the last use of the old setting first, and each device once, where it was last.
  ///
  /// A computer with another address each day is one device; who compares its times with the day before looks for the newest.
  var uses: [SeenDevice] {
    var uses: [SeenDevice] = []
    var places: [String: Int] = [:]
    for device in devices {
      guard let name = device.ownName else {
        uses.append(device)
        continue
      }
      guard let place = places[name] else {
        places[name] = uses.count
        uses.append(device)
        continue
      }
      if Recipient.precedes(device, uses[place]) { uses[place] = device }
    }
    return uses.sorted(by: Recipient.precedes)
  }

  /// The newest first; what has no time is last.
  private static func precedes(_ a: SeenDevice, _ b: SeenDevice) -> Bool {
    if a.lastAt != b.lastAt {
      guard let last = a.lastAt else { return false }
      return b.lastAt.map { last > $0 } ?? true
    }
    return (b.logins, a.address, a.name ?? "") < (a.logins, b.address, b.name ?? "")
  }
}
