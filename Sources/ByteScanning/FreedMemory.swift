internal import CArchive

/// What becomes of memory that is not needed any more.
public enum FreedMemory {
  /// From here on large stretches go back to the system when they are freed, and do not wait to be used again.
  ///
  /// A worker's tables are freed by another thread than the one that builds the report, and the C library keeps freed
  /// memory for the thread that asked for it; by itself it also stops giving large stretches back after the first one.
  public static func returnToSystem() {
    #if canImport(Glibc)
      _ = mallopt(M_MMAP_THRESHOLD, 128 << 10)
      // One heap for all threads: they ask so rarely that they do not wait for one another, and what one frees the next may use.
      _ = mallopt(M_ARENA_MAX, 1)
    #endif
  }
}
