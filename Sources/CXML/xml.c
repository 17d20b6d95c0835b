#include "CXML.h"

#include <CLibraryLoading.h>
#include <stddef.h>

/* The reader's functions are the same in both: 2.14 has a new number for other reasons. */
#ifdef __APPLE__
static const char *const files[] = {"libxml2.2.dylib", "libxml2.16.dylib", NULL};
#else
static const char *const files[] = {"libxml2.so.2", "libxml2.so.16", NULL};
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

static const struct clibrary_function functions[] = {
  {"xmlReaderForMemory", (void **)&library.open},
  {"xmlFreeTextReader", (void **)&library.close},
  {"xmlTextReaderRead", (void **)&library.next},
  {"xmlTextReaderNodeType", (void **)&library.kind},
  {"xmlTextReaderIsEmptyElement", (void **)&library.is_empty},
  {"xmlTextReaderMoveToNextAttribute", (void **)&library.next_attribute},
  {"xmlTextReaderIsNamespaceDecl", (void **)&library.is_declaration},
  {"xmlTextReaderMoveToElement", (void **)&library.to_element},
  {"xmlTextReaderConstLocalName", (void **)&library.name},
  {"xmlTextReaderConstValue", (void **)&library.value},
  {NULL, NULL},
};

static struct clibrary loaded = {files, functions};

const char *cxml_load(void) { return clibrary_load(&loaded); }

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
