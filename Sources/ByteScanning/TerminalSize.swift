internal import Glibc

/// The size of a terminal, as the system knows it.
public enum TerminalSize {
  /// How many columns the terminal of a descriptor has; nothing where it is no terminal, or one that does not say.
  public static func columns(of descriptor: Int32) -> Int? {
    var size = winsize()
    guard unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}
