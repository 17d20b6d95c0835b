internal import CArchive

/// What libarchive says of a member.
struct ArchiveEntry {
  let name: String
  let isFile: Bool
  let isEncrypted: Bool
  let modified: Int64?

  init(_ entry: OpaquePointer, number: Int) {
    // The converted name is missing when it holds what the locale cannot say; then the bytes are taken as they are.
    if let text = unsafe archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry) {
      name = unsafe String(cString: text)
    } else {
      name = "member \(number)"
    }
    let type = unsafe archive_entry_filetype(entry)
    // A link to an earlier member has no bytes of its own. A zip that is read as a stream tells no type.
    isFile = unsafe (type == 0o100000 || type == 0) && archive_entry_hardlink(entry) == nil && !name.hasSuffix("/")
    isEncrypted = unsafe archive_entry_is_data_encrypted(entry) != 0
    modified = unsafe archive_entry_mtime_is_set(entry) != 0 ? Int64(archive_entry_mtime(entry)) : nil
  }
}
