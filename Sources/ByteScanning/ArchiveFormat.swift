/// What a reader takes its bytes for.
///
/// The caller has looked at them: libarchive, when asked to find out by itself, takes
/// a log that begins with a hole of NUL bytes for a tar archive without members.
enum ArchiveFormat: String {
  /// One stream, compressed or not.
  case bare
  /// A tar archive, its compression taken off already.
  case tar
  /// A zip archive.
  case zip
}
