/// The forms of an IceWarp log that servers of different age and setting write.
struct IceWarpOptions: Sendable {
  /// Digits of the thread between the brackets: 4 (10.x), 8 (2001 to 2004), 16.
  var threadDigits = 4
  /// Whether `Connected, local IP=192.0.2.25:587` names the port.
  var withPort = false
  /// Whether users move from 25 to the submission ports while the log goes on.
  var moving = false
  /// Bytes of a stamp and a line end.
  var bytesPerLine = 10
}
