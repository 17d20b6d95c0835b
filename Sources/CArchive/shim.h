#include <archive.h>
#include <archive_entry.h>
#ifdef __GLIBC__
#include <malloc.h> /* mallopt, which Swift's own Glibc module leaves out */
#endif
