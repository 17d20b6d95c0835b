#ifndef CNEWLINES_H
#define CNEWLINES_H

#include <stddef.h>
#include <stdint.h>

/* Swift compiles comparisons of byte vectors to a loop per element; here they are what the processor has for them. */

/*
 * Writes the offsets from `base` of all LF bytes in `from..<to` to `table`, ascending, and says how many.
 *
 * 64 bytes are looked at at once, also when `to` comes sooner. `table` has room for `to - from` entries and two more.
 */
size_t cnewlines_collect(const void *base, size_t from, size_t to, uint32_t *table);

/* The same with what every processor of this kind has: SSE2 on x86-64. The former calls it where there is no more. */
size_t cnewlines_collect_baseline(const void *base, size_t from, size_t to, uint32_t *table);

/* The same with nothing but C. */
size_t cnewlines_collect_portable(const void *base, size_t from, size_t to, uint32_t *table);

#endif
