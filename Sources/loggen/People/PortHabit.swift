/// Which port a client uses.
enum PortHabit {
  /// The port of a login: two users in five stay on 25, two have moved, and the others use both.
  static func port(ofUser user: Int, random: inout RandomSource) -> Int {
    switch user % 5 {
    case 0, 1: 25
    case 2: 587
    case 3: random.happens(perMille: 300) ? 465 : 587
    default: random.happens(perMille: 500) ? 25 : 587
    }
  }
}
