internal import CArchive

/// What libarchive says of a member.
struct ArchiveEntry {
  /// What the data lies in.
  enum Format {
    case bare, tar, zip
  }

  let name: String
  let format: Format
  let filters: [String]
  let isFile: Bool
  let isEncrypted: Bool
  let modified: Int64?

  init(_ entry: OpaquePointer, number: Int, filters: [String], format: Int32) {
    self.format =
      switch format {
      case ARCHIVE_FORMAT_TAR: .tar
      case ARCHIVE_FORMAT_ZIP: .zip
      default: .bare
      }
    self.filters = filters
    // The converted name is missing when it holds what the locale cannot say; then the bytes are taken as they are.
    if let text = unsafe archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry) {
      name = unsafe String(cString: text)
    } else {
      name = "member \(number)"
    }
    let type = unsafe archive_entry_filetype(entry)
    // A link to an earlier member has no bytes of its own.
    isFile = unsafe self.format == .bare || ((type == 0o100000 || type == 0) && archive_entry_hardlink(entry) == nil)
    isEncrypted = unsafe archive_entry_is_data_encrypted(entry) != 0
    modified = unsafe archive_entry_mtime_is_set(entry) != 0 ? Int64(archive_entry_mtime(entry)) : nil
  }

  /// The parts of `PackedMember.packing`, from outside in.
  var packing: [String] {
    switch format {
    case .tar: filters + ["tar"]
    case .zip: filters + ["zip"]
    case .bare: filters
    }
  }
}
