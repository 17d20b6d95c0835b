#include <CLibraryLoading.h>
#include <string.h>

/* Hidden, so that the library, once loaded, does not find these in place of its own. */
#pragma GCC visibility push(hidden)
#include "CCurl.h"

#ifdef __APPLE__
static const char *const files[] = {"libcurl.4.dylib", NULL};
#else
static const char *const files[] = {"libcurl.so.4", NULL};
#endif

#define EACH_FUNCTION(X)  \
  X(curl_global_init)     \
  X(curl_version)         \
  X(curl_slist_append)    \
  X(curl_slist_free_all)  \
  X(curl_easy_init)       \
  X(curl_easy_cleanup)    \
  X(curl_easy_perform)    \
  X(curl_easy_strerror)   \
  X(curl_easy_send)       \
  X(curl_easy_recv)       \
  X(curl_easy_setopt)     \
  X(curl_easy_getinfo)

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

const char *ccurl_load(void) { return clibrary_load(&loaded); }

/* ---- libcurl's own functions ---- */

CURLcode curl_global_init(long flags) { return ccurl_load() == NULL ? library.to_curl_global_init(flags) : CURLE_FAILED_INIT; }
CURL *curl_easy_init(void) { return ccurl_load() == NULL ? library.to_curl_easy_init() : NULL; }
char *curl_version(void) { return library.to_curl_version(); }
void curl_easy_cleanup(CURL *handle) { library.to_curl_easy_cleanup(handle); }
CURLcode curl_easy_perform(CURL *handle) { return library.to_curl_easy_perform(handle); }
const char *curl_easy_strerror(CURLcode code) { return library.to_curl_easy_strerror(code); }
CURLcode curl_easy_send(CURL *handle, const void *bytes, size_t count, size_t *sent) {
  return library.to_curl_easy_send(handle, bytes, count, sent);
}
CURLcode curl_easy_recv(CURL *handle, void *bytes, size_t count, size_t *received) {
  return library.to_curl_easy_recv(handle, bytes, count, received);
}
struct curl_slist *curl_slist_append(struct curl_slist *list, const char *text) {
  return library.to_curl_slist_append(list, text);
}
void curl_slist_free_all(struct curl_slist *list) { library.to_curl_slist_free_all(list); }

/* ---- its functions of variable arguments, one for each kind ---- */

CURLcode ccurl_set_long(CURL *handle, CURLoption option, long value) {
  return library.to_curl_easy_setopt(handle, option, value);
}
CURLcode ccurl_set_offset(CURL *handle, CURLoption option, curl_off_t value) {
  return library.to_curl_easy_setopt(handle, option, value);
}
CURLcode ccurl_set_pointer(CURL *handle, CURLoption option, const void *value) {
  return library.to_curl_easy_setopt(handle, option, value);
}
CURLcode ccurl_get_long(CURL *handle, CURLINFO info, long *value) {
  return library.to_curl_easy_getinfo(handle, info, value);
}
CURLcode ccurl_get_offset(CURL *handle, CURLINFO info, curl_off_t *value) {
  return library.to_curl_easy_getinfo(handle, info, value);
}
const char *ccurl_effective_url(CURL *handle) {
  char *url = NULL;
  return library.to_curl_easy_getinfo(handle, CURLINFO_EFFECTIVE_URL, &url) == CURLE_OK ? url : NULL;
}

/* ---- what is called back ---- */

static CURLcode set_both(CURL *handle, CURLoption to, ccurl_data_function function, CURLoption with, void *context) {
  CURLcode code = library.to_curl_easy_setopt(handle, to, function);
  return code != CURLE_OK ? code : library.to_curl_easy_setopt(handle, with, context);
}
CURLcode ccurl_set_reader(CURL *handle, ccurl_data_function function, void *context) {
  return set_both(handle, CURLOPT_READFUNCTION, function, CURLOPT_READDATA, context);
}
CURLcode ccurl_set_header_reader(CURL *handle, ccurl_data_function function, void *context) {
  return set_both(handle, CURLOPT_HEADERFUNCTION, function, CURLOPT_HEADERDATA, context);
}
CURLcode ccurl_set_writer(CURL *handle, ccurl_data_function function, void *context) {
  return set_both(handle, CURLOPT_WRITEFUNCTION, function, CURLOPT_WRITEDATA, context);
}

/* ---- connections and their TLS ---- */

curl_socket_t ccurl_active_socket(CURL *handle) {
  curl_socket_t socket = CURL_SOCKET_BAD;
  if (library.to_curl_easy_getinfo(handle, CURLINFO_ACTIVESOCKET, &socket) != CURLE_OK) return CURL_SOCKET_BAD;
  return socket;
}

static curl_socket_t open_adopted(void *context, curlsocktype purpose, struct curl_sockaddr *address) {
  (void)purpose;
  (void)address;
  return (curl_socket_t)(long)context;
}
static int say_connected(void *context, curl_socket_t socket, curlsocktype purpose) {
  (void)context;
  (void)socket;
  (void)purpose;
  return CURL_SOCKOPT_ALREADY_CONNECTED;
}
CURLcode ccurl_adopt_socket(CURL *handle, curl_socket_t socket) {
  CURLcode code = library.to_curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, open_adopted);
  if (code == CURLE_OK) code = library.to_curl_easy_setopt(handle, CURLOPT_OPENSOCKETDATA, (void *)(long)socket);
  if (code == CURLE_OK) code = library.to_curl_easy_setopt(handle, CURLOPT_SOCKOPTFUNCTION, say_connected);
  return code;
}

static int note_tls(CURL *handle, curl_infotype type, char *data, size_t size, void *context) {
  static const char start[] = "SSL connection using ";
  size_t skip = sizeof start - 1, kept = 0;
  struct ccurl_tls_note *note = (struct ccurl_tls_note *)context;
  (void)handle;
  if (type != CURLINFO_TEXT || size < skip || memcmp(data, start, skip) != 0) return 0;
  while (skip + kept < size && data[skip + kept] >= ' ' && kept + 1 < sizeof note->text) {
    note->text[kept] = data[skip + kept];
    kept++;
  }
  note->text[kept] = 0;
  return 0;
}
CURLcode ccurl_watch_tls(CURL *handle, struct ccurl_tls_note *note) {
  CURLcode code = library.to_curl_easy_setopt(handle, CURLOPT_DEBUGFUNCTION, note_tls);
  if (code == CURLE_OK) code = library.to_curl_easy_setopt(handle, CURLOPT_DEBUGDATA, note);
  if (code == CURLE_OK) code = library.to_curl_easy_setopt(handle, CURLOPT_VERBOSE, 1L);
  return code;
}

const char *ccurl_certificate(CURL *handle, int index) {
  struct curl_certinfo *info = NULL;
  if (library.to_curl_easy_getinfo(handle, CURLINFO_CERTINFO, &info) != CURLE_OK || info == NULL) return NULL;
  if (index < 0 || index >= info->num_of_certs) return NULL;
  for (struct curl_slist *field = info->certinfo[index]; field != NULL; field = field->next)
    if (strncmp(field->data, "Cert:", 5) == 0) return field->data + 5;
  return "";
}
