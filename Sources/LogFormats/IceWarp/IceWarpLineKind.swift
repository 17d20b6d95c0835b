/// Kinds of lines that a look at sixteen bytes of the body tells, as numbers of `SiftedKinds`.
enum IceWarpLineKind {
  /// Whatever takes a closer look.
  static let unknown = SiftedKinds.unknown
  /// No report needs it.
  static let unneeded: UInt8 = 1
  /// `>>> 250 2.6.0 …`.
  static let accepted: UInt8 = 2
  /// `>>> 220 …`.
  static let greeting: UInt8 = 3
  /// `>>> 334 …`.
  static let prompt: UInt8 = 4
  /// `>>> 235 …`.
  static let loggedIn: UInt8 = 5
  /// `<<< MAIL FROM:<…`.
  static let mail: UInt8 = 6
  /// `<<< EHLO …` or `<<< HELO …`.
  static let helo: UInt8 = 7
  /// `<<< AUTH …`.
  static let auth: UInt8 = 8
  /// `<<< DATA`, perhaps with more behind it.
  static let data: UInt8 = 9
  /// `<<< QUIT`, perhaps with more behind it.
  static let quit: UInt8 = 10
  /// `<<< RSET`, perhaps with more behind it.
  static let rset: UInt8 = 11
  /// `<<< STARTTLS`.
  static let starttls: UInt8 = 12
  /// `Connected`.
  static let connected: UInt8 = 13
  /// `Disconnected`.
  static let disconnected: UInt8 = 14
  /// `Start of mail pr…`.
  static let start: UInt8 = 15
  /// `>>> 250 2.1.…`: no report needs it unless it ends in `will forward`.
  static let aboutAddress: UInt8 = 16
}
