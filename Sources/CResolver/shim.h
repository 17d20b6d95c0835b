#include <arpa/inet.h>
#include <arpa/nameser.h>
#include <netdb.h>
#include <netinet/in.h>
#include <resolv.h>
#include <string.h>

#define CRESOLVER_SRV 33
#define CRESOLVER_CNAME 5
#define CRESOLVER_CAA 257

/* The resolver's state is a structure of bit fields and unions that Swift cannot write; so asking and reading are done here.
   A server is given for tests and for names that another resolver knows; else /etc/resolv.conf is followed. */
static inline int cresolver_ask(const char *name, int type, const char *server, int port, int seconds, unsigned char *answer,
                                int room, int *fault) {
  struct __res_state state;
  int length;
  memset(&state, 0, sizeof state);
  if (res_ninit(&state) != 0) {
    *fault = NO_RECOVERY;
    return -1;
  }
  if (server != NULL) {
    struct sockaddr_in address;
    memset(&address, 0, sizeof address);
    address.sin_family = AF_INET;
    address.sin_port = htons((unsigned short)port);
    if (inet_pton(AF_INET, server, &address.sin_addr) != 1) {
      res_nclose(&state);
      *fault = NO_RECOVERY;
      return -1;
    }
    state.nsaddr_list[0] = address;
    state.nscount = 1;
  }
  state.retry = 2;
  state.retrans = seconds / 2 > 0 ? seconds / 2 : 1;
  length = res_nquery(&state, name, ns_c_in, type, answer, room);
  if (length < 0) *fault = state.res_h_errno;
  res_nclose(&state);
  return length < room ? length : room;
}

/* A record: of SRV the numbers and the target, of CNAME the target, of all others where their data stands in the answer. */
struct cresolver_record {
  int priority, weight, port, offset, size;
  char target[NS_MAXDNAME];
};

/* Reads record number `index` of the answer and says its type; -1 where there is none, or it is broken. */
static inline int cresolver_read(const unsigned char *answer, int length, int index, struct cresolver_record *record) {
  ns_msg message;
  ns_rr entry;
  const unsigned char *data;
  if (ns_initparse(answer, length, &message) != 0) return -1;
  if (index >= ns_msg_count(message, ns_s_an) || ns_parserr(&message, ns_s_an, index, &entry) != 0) return -1;
  data = ns_rr_rdata(entry);
  record->offset = (int)(data - answer);
  record->size = ns_rr_rdlen(entry);
  if (ns_rr_type(entry) == CRESOLVER_SRV) {
    if (record->size < 7) return -1;
    record->priority = ns_get16(data);
    record->weight = ns_get16(data + 2);
    record->port = ns_get16(data + 4);
    data += 6;
  } else if (ns_rr_type(entry) != CRESOLVER_CNAME) {
    return ns_rr_type(entry);
  }
  if (dn_expand(ns_msg_base(message), ns_msg_end(message), data, record->target, sizeof record->target) < 0) return -1;
  return ns_rr_type(entry);
}
