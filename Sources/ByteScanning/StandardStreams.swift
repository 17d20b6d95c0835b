internal import Glibc

/// The three streams that a program begins with.
public enum StandardStreams {
  /// Puts something in the place of those that were closed (`>&-`): the next file that is opened would take it, and be written over.
  ///
  /// Nothing comes out of such an input, such an output cannot be written, and what goes to such a standard error is lost.
  public static func fillGaps() {
    for (number, access) in [(STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_WRONLY)]
    where fcntl(number, F_GETFD) == -1 {
      _ = unsafe open("/dev/null", access)
    }
  }
}
