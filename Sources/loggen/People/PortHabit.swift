/// Which port a client uses.
enum PortHabit {
  /// The port of a login while users move: one in ten stays on 25, the others leave it one after another.
  ///
  /// Between a user's last session on 25 and the first on 587 there are days with both, as with a telephone and a computer.
  static func port(ofUser user: Int, progress: Int, random: inout RandomSource) -> Int {
    guard user % 10 != 9 else { return 25 }
    let begin = 150 + user * 37 % 40 * 25
    if progress < begin { return 25 }
    if progress < begin + 60, random.happens(perMille: 500) { return 25 }
    return user % 5 == 3 && random.happens(perMille: 300) ? 465 : 587
  }

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
