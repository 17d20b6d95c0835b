#include <CLibraryLoading.h>

/* Hidden, so that the library, once loaded, does not find these in place of its own. */
#pragma GCC visibility push(hidden)
#include "CArchive.h"

#ifdef __APPLE__
static const char *const files[] = {"libarchive.13.dylib", NULL};
#else
static const char *const files[] = {"libarchive.so.13", NULL};
#endif

#define EACH_FUNCTION(X)                 \
  X(archive_read_new)                    \
  X(archive_read_free)                   \
  X(archive_read_support_filter_gzip)    \
  X(archive_read_support_filter_bzip2)   \
  X(archive_read_support_filter_xz)      \
  X(archive_read_support_filter_zstd)    \
  X(archive_read_support_filter_lz4)     \
  X(archive_read_support_filter_compress) \
  X(archive_read_support_format_raw)     \
  X(archive_read_support_format_empty)   \
  X(archive_read_support_format_tar)     \
  X(archive_read_support_format_zip)     \
  X(archive_read_open_fd)                \
  X(archive_read_open)                   \
  X(archive_read_next_header)            \
  X(archive_read_data_block)             \
  X(archive_filter_count)                \
  X(archive_filter_name)                 \
  X(archive_filter_bytes)                \
  X(archive_errno)                       \
  X(archive_error_string)                \
  X(archive_entry_pathname_utf8)         \
  X(archive_entry_pathname)              \
  X(archive_entry_filetype)              \
  X(archive_entry_hardlink)              \
  X(archive_entry_is_data_encrypted)     \
  X(archive_entry_mtime_is_set)          \
  X(archive_entry_mtime)

static struct {
#define FIELD(name) __typeof__(name) *to_##name;
  EACH_FUNCTION(FIELD)
} library;

static const struct clibrary_function functions[] = {
#define FUNCTION(name) {#name, (void **)&library.to_##name},
  EACH_FUNCTION(FUNCTION)
  {NULL, NULL},
};

static struct clibrary loaded = {files, functions};

const char *carchive_load(void) { return clibrary_load(&loaded); }

struct archive *archive_read_new(void) { return carchive_load() == NULL ? library.to_archive_read_new() : NULL; }
int archive_read_free(struct archive *reader) { return library.to_archive_read_free(reader); }

#define SUPPORT(name) \
  int name(struct archive *reader) { return library.to_##name(reader); }
SUPPORT(archive_read_support_filter_gzip)
SUPPORT(archive_read_support_filter_bzip2)
SUPPORT(archive_read_support_filter_xz)
SUPPORT(archive_read_support_filter_zstd)
SUPPORT(archive_read_support_filter_lz4)
SUPPORT(archive_read_support_filter_compress)
SUPPORT(archive_read_support_format_raw)
SUPPORT(archive_read_support_format_empty)
SUPPORT(archive_read_support_format_tar)
SUPPORT(archive_read_support_format_zip)

int archive_read_open_fd(struct archive *reader, int descriptor, size_t block) {
  return library.to_archive_read_open_fd(reader, descriptor, block);
}
int archive_read_open(struct archive *reader, void *client, archive_open_callback *opener, archive_read_callback *feed,
                      archive_close_callback *closer) {
  return library.to_archive_read_open(reader, client, opener, feed, closer);
}
int archive_read_next_header(struct archive *reader, struct archive_entry **entry) {
  return library.to_archive_read_next_header(reader, entry);
}
int archive_read_data_block(struct archive *reader, const void **start, size_t *count, la_int64_t *offset) {
  return library.to_archive_read_data_block(reader, start, count, offset);
}
int archive_filter_count(struct archive *reader) { return library.to_archive_filter_count(reader); }
const char *archive_filter_name(struct archive *reader, int number) { return library.to_archive_filter_name(reader, number); }
la_int64_t archive_filter_bytes(struct archive *reader, int number) {
  return library.to_archive_filter_bytes(reader, number);
}
int archive_errno(struct archive *reader) { return library.to_archive_errno(reader); }
const char *archive_error_string(struct archive *reader) { return library.to_archive_error_string(reader); }

const char *archive_entry_pathname_utf8(struct archive_entry *entry) { return library.to_archive_entry_pathname_utf8(entry); }
const char *archive_entry_pathname(struct archive_entry *entry) { return library.to_archive_entry_pathname(entry); }
__LA_MODE_T archive_entry_filetype(struct archive_entry *entry) { return library.to_archive_entry_filetype(entry); }
const char *archive_entry_hardlink(struct archive_entry *entry) { return library.to_archive_entry_hardlink(entry); }
int archive_entry_is_data_encrypted(struct archive_entry *entry) {
  return library.to_archive_entry_is_data_encrypted(entry);
}
int archive_entry_mtime_is_set(struct archive_entry *entry) { return library.to_archive_entry_mtime_is_set(entry); }
time_t archive_entry_mtime(struct archive_entry *entry) { return library.to_archive_entry_mtime(entry); }
