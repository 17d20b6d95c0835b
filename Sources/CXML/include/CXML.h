#ifndef CXML_H
#define CXML_H

/* libxml2's reader: one node of an XML document after another. Nothing links libxml2: it and ICU behind it are loaded when
   cxml_load is first called. Opaque pointers and plain types only, so that one build serves every version of the library. */
struct cxml_reader;

/* NULL when libxml2 is there, else why not. Nothing else may be called without it, except cxml_open, which gives NULL. */
const char *cxml_load(void);

/* Reads `count` bytes that outlive the reader. Nothing is fetched, no entity of the document is replaced, nothing is printed. */
struct cxml_reader *cxml_open(const char *bytes, int count);
void cxml_close(struct cxml_reader *reader);

/* Goes on to the next node: 1 there is one, 0 the end of a document that was well-formed, -1 it is not. */
int cxml_next(struct cxml_reader *reader);

enum { CXML_ELEMENT = 1, CXML_TEXT = 3, CXML_CDATA = 4, CXML_BLANK = 14, CXML_END = 15 };
int cxml_kind(struct cxml_reader *reader);
int cxml_is_empty(struct cxml_reader *reader);

/* Goes to the element's next attribute, leaving out declarations of name spaces; 0 behind the last, back at the element. */
int cxml_next_attribute(struct cxml_reader *reader);

/* Name without prefix, and value, of where the reader is; valid until it goes on. */
const char *cxml_name(struct cxml_reader *reader);
const char *cxml_value(struct cxml_reader *reader);

#endif
