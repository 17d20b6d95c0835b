#include <zlib.h>

/* inflateInit2 is a macro, which Swift does not see. 16 more than the window's 15 bits: a gzip header is expected. */
static inline int czlib_inflate_init_gzip(z_streamp stream) { return inflateInit2(stream, 15 + 16); }
