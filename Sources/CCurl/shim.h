#include <curl/curl.h>

/* curl_easy_setopt and curl_easy_getinfo take variable arguments, which Swift cannot call; curl.h also makes macros of them. */
static inline CURLcode ccurl_set_long(CURL *handle, CURLoption option, long value) {
  return (curl_easy_setopt)(handle, option, value);
}
static inline CURLcode ccurl_set_pointer(CURL *handle, CURLoption option, const void *value) {
  return (curl_easy_setopt)(handle, option, value);
}
static inline CURLcode ccurl_get_offset(CURL *handle, CURLINFO info, curl_off_t *value) {
  return (curl_easy_getinfo)(handle, info, value);
}
static inline CURLcode ccurl_get_long(CURL *handle, CURLINFO info, long *value) {
  return (curl_easy_getinfo)(handle, info, value);
}

/* What a transfer calls back: bytes of the message to send, and each line that the server replies. */
typedef size_t (*ccurl_data_function)(char *buffer, size_t size, size_t count, void *context);
static inline CURLcode ccurl_set_reader(CURL *handle, ccurl_data_function function, void *context) {
  CURLcode code = (curl_easy_setopt)(handle, CURLOPT_READFUNCTION, function);
  return code != CURLE_OK ? code : (curl_easy_setopt)(handle, CURLOPT_READDATA, context);
}
static inline CURLcode ccurl_set_header_reader(CURL *handle, ccurl_data_function function, void *context) {
  CURLcode code = (curl_easy_setopt)(handle, CURLOPT_HEADERFUNCTION, function);
  return code != CURLE_OK ? code : (curl_easy_setopt)(handle, CURLOPT_HEADERDATA, context);
}
static inline CURLcode ccurl_set_writer(CURL *handle, ccurl_data_function function, void *context) {
  CURLcode code = (curl_easy_setopt)(handle, CURLOPT_WRITEFUNCTION, function);
  return code != CURLE_OK ? code : (curl_easy_setopt)(handle, CURLOPT_WRITEDATA, context);
}
static inline const char *ccurl_effective_url(CURL *handle) {
  char *url = NULL;
  return (curl_easy_getinfo)(handle, CURLINFO_EFFECTIVE_URL, &url) == CURLE_OK ? url : NULL;
}
static inline CURLcode ccurl_set_offset(CURL *handle, CURLoption option, curl_off_t value) {
  return (curl_easy_setopt)(handle, option, value);
}

/* A connection of its own (CONNECT_ONLY) and what is known of its TLS. */
static inline curl_socket_t ccurl_active_socket(CURL *handle) {
  curl_socket_t socket = CURL_SOCKET_BAD;
  if ((curl_easy_getinfo)(handle, CURLINFO_ACTIVESOCKET, &socket) != CURLE_OK) return CURL_SOCKET_BAD;
  return socket;
}

/* Makes a handle go on with a socket that is connected already, as STARTTLS needs it; the handle closes it. */
static inline curl_socket_t ccurl_adopting_opener(void *context, curlsocktype purpose, struct curl_sockaddr *address) {
  (void)purpose;
  (void)address;
  return (curl_socket_t)(long)context;
}
static inline int ccurl_adopting_option(void *context, curl_socket_t socket, curlsocktype purpose) {
  (void)context;
  (void)socket;
  (void)purpose;
  return CURL_SOCKOPT_ALREADY_CONNECTED;
}
static inline CURLcode ccurl_adopt_socket(CURL *handle, curl_socket_t socket) {
  CURLcode code = (curl_easy_setopt)(handle, CURLOPT_OPENSOCKETFUNCTION, ccurl_adopting_opener);
  if (code == CURLE_OK) code = (curl_easy_setopt)(handle, CURLOPT_OPENSOCKETDATA, (void *)(long)socket);
  if (code == CURLE_OK) code = (curl_easy_setopt)(handle, CURLOPT_SOCKOPTFUNCTION, ccurl_adopting_option);
  return code;
}

/* libcurl tells version and cipher in a line of its verbose text alone: "SSL connection using TLSv1.3 / TLS_AES_256_GCM_SHA384". */
struct ccurl_tls_note {
  char text[128];
};
static inline int ccurl_note_tls(CURL *handle, curl_infotype type, char *data, size_t size, void *context) {
  static const char start[] = "SSL connection using ";
  size_t skip = sizeof start - 1, kept = 0;
  struct ccurl_tls_note *note = (struct ccurl_tls_note *)context;
  (void)handle;
  if (type != CURLINFO_TEXT || size < skip) return 0;
  for (size_t i = 0; i < skip; i++)
    if (data[i] != start[i]) return 0;
  while (skip + kept < size && data[skip + kept] >= ' ' && kept + 1 < sizeof note->text) {
    note->text[kept] = data[skip + kept];
    kept++;
  }
  note->text[kept] = 0;
  return 0;
}
static inline CURLcode ccurl_watch_tls(CURL *handle, struct ccurl_tls_note *note) {
  CURLcode code = (curl_easy_setopt)(handle, CURLOPT_DEBUGFUNCTION, ccurl_note_tls);
  if (code == CURLE_OK) code = (curl_easy_setopt)(handle, CURLOPT_DEBUGDATA, note);
  if (code == CURLE_OK) code = (curl_easy_setopt)(handle, CURLOPT_VERBOSE, 1L);
  return code;
}

/* Certificates in the order in which the server sent them; NULL behind the last. The text belongs to the handle. */
static inline const char *ccurl_certificate(CURL *handle, int index) {
  struct curl_certinfo *info = NULL;
  if ((curl_easy_getinfo)(handle, CURLINFO_CERTINFO, &info) != CURLE_OK || info == NULL) return NULL;
  if (index < 0 || index >= info->num_of_certs) return NULL;
  for (struct curl_slist *field = info->certinfo[index]; field != NULL; field = field->next) {
    const char *text = field->data;
    if (text[0] == 'C' && text[1] == 'e' && text[2] == 'r' && text[3] == 't' && text[4] == ':') return text + 5;
  }
  return "";
}
