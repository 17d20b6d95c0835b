#ifndef CCURL_H
#define CCURL_H
#include <curl/curl.h>

/* Nothing links libcurl: it and the forty libraries behind it are loaded when ccurl_load is first called. The functions of
   curl.h that are used (curl_easy_init and so on) are defined by this target, under their own names, and pass each call on. */

/* NULL when libcurl is there, else why not. Nothing else may be called before, except curl_global_init and curl_easy_init,
   which fail without it. */
const char *ccurl_load(void);

/* curl_easy_setopt and curl_easy_getinfo take variable arguments, which Swift cannot call; curl.h also makes macros of them. */
CURLcode ccurl_set_long(CURL *handle, CURLoption option, long value);
CURLcode ccurl_set_offset(CURL *handle, CURLoption option, curl_off_t value);
CURLcode ccurl_set_pointer(CURL *handle, CURLoption option, const void *value);
CURLcode ccurl_get_long(CURL *handle, CURLINFO info, long *value);
CURLcode ccurl_get_offset(CURL *handle, CURLINFO info, curl_off_t *value);
const char *ccurl_effective_url(CURL *handle);

/* What a transfer calls back: bytes of the message to send, each line that the server replies, bytes of what it sends. */
typedef size_t (*ccurl_data_function)(char *buffer, size_t size, size_t count, void *context);
CURLcode ccurl_set_reader(CURL *handle, ccurl_data_function function, void *context);
CURLcode ccurl_set_header_reader(CURL *handle, ccurl_data_function function, void *context);
CURLcode ccurl_set_writer(CURL *handle, ccurl_data_function function, void *context);

/* A connection of its own (CONNECT_ONLY). */
curl_socket_t ccurl_active_socket(CURL *handle);

/* Makes a handle go on with a socket that is connected already, as STARTTLS needs it; the handle closes it. */
CURLcode ccurl_adopt_socket(CURL *handle, curl_socket_t socket);

/* libcurl tells version and cipher in a line of its verbose text alone: "SSL connection using TLSv1.3 / TLS_AES_256_GCM_SHA384". */
struct ccurl_tls_note {
  char text[128];
};
CURLcode ccurl_watch_tls(CURL *handle, struct ccurl_tls_note *note);

/* Certificates in the order in which the server sent them; NULL behind the last. The text belongs to the handle. */
const char *ccurl_certificate(CURL *handle, int index);

#endif
