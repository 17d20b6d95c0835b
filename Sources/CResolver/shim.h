#include <arpa/inet.h>
#include <arpa/nameser.h>
#include <netdb.h>
#include <netinet/in.h>
#include <resolv.h>
#include <string.h>

/* The resolver's state is a structure of bit fields and unions that Swift cannot write; so asking and reading are done here.
   A server is given for tests and for names that another resolver knows; else /etc/resolv.conf is followed. */
static inline int cresolver_ask_srv(const char *name, const char *server, int port, int seconds, unsigned char *answer, int room,
                                    int *fault) {
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
  length = res_nquery(&state, name, ns_c_in, ns_t_srv, answer, room);
  if (length < 0) *fault = state.res_h_errno;
  res_nclose(&state);
  return length < room ? length : room;
}

struct cresolver_srv {
  int priority, weight, port;
  char target[NS_MAXDNAME];
};

/* Reads record number `index` of the answer: 1 a SRV record, 0 another one, -1 none there or broken. */
static inline int cresolver_read_srv(const unsigned char *answer, int length, int index, struct cresolver_srv *record) {
  ns_msg message;
  ns_rr entry;
  const unsigned char *data;
  if (ns_initparse(answer, length, &message) != 0) return -1;
  if (index >= ns_msg_count(message, ns_s_an) || ns_parserr(&message, ns_s_an, index, &entry) != 0) return -1;
  if (ns_rr_type(entry) != ns_t_srv) return 0;
  if (ns_rr_rdlen(entry) < 7) return -1;
  data = ns_rr_rdata(entry);
  record->priority = ns_get16(data);
  record->weight = ns_get16(data + 2);
  record->port = ns_get16(data + 4);
  if (dn_expand(ns_msg_base(message), ns_msg_end(message), data + 6, record->target, sizeof record->target) < 0) return -1;
  return 1;
}
