#ifndef CARCHIVE_H
#define CARCHIVE_H
#include <archive.h>
#include <archive_entry.h>
#ifdef __GLIBC__
#include <malloc.h> /* mallopt, which Swift's own Glibc module leaves out */
#endif

/* Nothing links libarchive: it and the libraries behind it (libxml2 with ICU among them) are loaded at the first call of
   archive_read_new, which gives NULL without it. The functions that read are defined by this target, under their own names,
   and pass each call on. Whoever wants those that write links libarchive as well. */

/* NULL when libarchive is there, else why not. */
const char *carchive_load(void);

#endif
