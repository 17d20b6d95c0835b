#include "CXML.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>

/* The reader's functions are the same in both: 2.14 has a new number for other reasons. */
#ifdef __APPLE__
static const char *const library_names[] = {"libxml2.2.dylib", "libxml2.16.dylib"};
#else
static const char *const library_names[] = {"libxml2.so.2", "libxml2.so.16"};
#endif

/* xmlParserOption of libxml2's parser.h: NOERROR, NOWARNING, NONET. */
enum { OPTIONS = 1 << 5 | 1 << 6 | 1 << 11 };

static struct {
  struct cxml_reader *(*open)(const char *bytes, int count, const char *url, const char *encoding, int options);
  void (*close)(struct cxml_reader *);
  int (*next)(struct cxml_reader *);
  int (*kind)(struct cxml_reader *);
  int (*is_empty)(struct cxml_reader *);
  int (*next_attribute)(struct cxml_reader *);
  int (*is_declaration)(struct cxml_reader *);
  int (*to_element)(struct cxml_reader *);
  const char *(*name)(struct cxml_reader *);
  const char *(*value)(struct cxml_reader *);
} library;

static pthread_once_t once = PTHREAD_ONCE_INIT;
static char fault[512] = "";

static void load(void) {
  void *opened = NULL;
  for (unsigned i = 0; opened == NULL && i < sizeof library_names / sizeof *library_names; i++) {
    opened = dlopen(library_names[i], RTLD_NOW | RTLD_LOCAL);
    const char *reason = opened == NULL ? dlerror() : NULL;
    if (reason != NULL && i == 0) snprintf(fault, sizeof fault, "%s", reason);
  }
  if (opened == NULL) return;
  fault[0] = 0;
#define FIND(field, name)                                         \
  library.field = (__typeof__(library.field))dlsym(opened, name); \
  if (library.field == NULL) snprintf(fault, sizeof fault, "libxml2 has no %s", name);
  FIND(open, "xmlReaderForMemory")
  FIND(close, "xmlFreeTextReader")
  FIND(next, "xmlTextReaderRead")
  FIND(kind, "xmlTextReaderNodeType")
  FIND(is_empty, "xmlTextReaderIsEmptyElement")
  FIND(next_attribute, "xmlTextReaderMoveToNextAttribute")
  FIND(is_declaration, "xmlTextReaderIsNamespaceDecl")
  FIND(to_element, "xmlTextReaderMoveToElement")
  FIND(name, "xmlTextReaderConstLocalName")
  FIND(value, "xmlTextReaderConstValue")
}

const char *cxml_load(void) {
  pthread_once(&once, load);
  return fault[0] != 0 ? fault : NULL;
}

struct cxml_reader *cxml_open(const char *bytes, int count) {
  return cxml_load() == NULL ? library.open(bytes, count, NULL, NULL, OPTIONS) : NULL;
}
void cxml_close(struct cxml_reader *reader) { library.close(reader); }
int cxml_next(struct cxml_reader *reader) { return library.next(reader); }
int cxml_kind(struct cxml_reader *reader) { return library.kind(reader); }
int cxml_is_empty(struct cxml_reader *reader) { return library.is_empty(reader) == 1; }

int cxml_next_attribute(struct cxml_reader *reader) {
  while (library.next_attribute(reader) == 1)
    if (library.is_declaration(reader) != 1) return 1;
  library.to_element(reader);
  return 0;
}
const char *cxml_name(struct cxml_reader *reader) { return library.name(reader); }
const char *cxml_value(struct cxml_reader *reader) { return library.value(reader); }
