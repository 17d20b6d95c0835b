import CArchive

/// Makes compressed files and archives for tests, so that they need no tools.
public enum ArchiveWriter {
  /// How a file is compressed.
  public enum Filter: String, CaseIterable, Sendable {
    case none, gzip, bzip2, xz, zstd, lz4, compress
  }

  /// What holds the members.
  public enum Format: String, CaseIterable, Sendable {
    case raw, tar, zip
  }

  /// Writes an archive of these members; `raw` takes one.
  public static func write(
    _ place: String, filter: Filter, format: Format = .raw, members: [(name: String, bytes: [UInt8])]
  ) {
    let archive = unsafe archive_write_new()
    defer { unsafe archive_write_free(archive) }
    if filter != .none { unsafe check(archive, archive_write_add_filter_by_name(archive, filter.rawValue)) }
    switch format {
    case .raw: unsafe check(archive, archive_write_set_format_raw(archive))
    case .tar: unsafe check(archive, archive_write_set_format_pax_restricted(archive))
    case .zip: unsafe check(archive, archive_write_set_format_zip(archive))
    }
    // No padding to full blocks: the file is what the compressor wrote.
    if filter != .none || format == .raw { unsafe check(archive, archive_write_set_bytes_in_last_block(archive, 1)) }
    unsafe check(archive, archive_write_open_filename(archive, place))
    for member in members {
      let entry = unsafe archive_entry_new()
      defer { unsafe archive_entry_free(entry) }
      unsafe archive_entry_set_pathname(entry, member.name)
      unsafe archive_entry_set_size(entry, la_int64_t(member.bytes.count))
      unsafe archive_entry_set_filetype(entry, 0o100000)
      unsafe archive_entry_set_perm(entry, 0o600)
      unsafe archive_entry_set_mtime(entry, 1_767_225_600, 0)
      unsafe check(archive, archive_write_header(archive, entry))
      let written = unsafe member.bytes.withUnsafeBytes { unsafe archive_write_data(archive, $0.baseAddress, $0.count) }
      precondition(written == member.bytes.count)
    }
    unsafe check(archive, archive_write_close(archive))
  }

  private static func check(_ archive: OpaquePointer?, _ result: Int32) {
    if result == ARCHIVE_OK { return }
    let reason = unsafe archive_error_string(archive).map { unsafe String(cString: $0) } ?? "\(result)"
    preconditionFailure("libarchive cannot write this: \(reason)")
  }
}
