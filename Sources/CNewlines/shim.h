#include <stdint.h>

/* Swift compiles comparisons of byte vectors to a loop per element; here they are what the processor has for them. */

/* The bytes of 16 that are LF, one bit each, for any processor; no alignment is needed. */
static inline uint64_t cnewlines_mask16_portable(const void *place) {
  uint64_t mask = 0;
  for (int half = 0; half < 2; half++) {
    uint64_t bytes;
    __builtin_memcpy(&bytes, (const unsigned char *)place + 8 * half, 8);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    bytes = __builtin_bswap64(bytes);
#endif
    const uint64_t low = 0x7F7F7F7F7F7F7F7Full;
    const uint64_t difference = bytes ^ 0x0A0A0A0A0A0A0A0Aull;
    /* The high bit of each byte is set exactly where the byte of `difference` is zero. */
    const uint64_t zero = ~(((difference & low) + low) | difference | low);
    /* Gathers the eight high bits into one byte. */
    mask |= (((zero >> 7) * 0x0102040810204080ull) >> 56) << (8 * half);
  }
  return mask;
}

#if defined(__SSE2__)
#include <emmintrin.h>

/* The same, for those that compare 16 bytes at once. */
static inline uint64_t cnewlines_mask16(const void *place) {
  const __m128i bytes = _mm_loadu_si128((const __m128i *)place);
  return (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('\n')));
}
#else
static inline uint64_t cnewlines_mask16(const void *place) { return cnewlines_mask16_portable(place); }
#endif

/* The bytes of 64 that are LF, one bit each; bit 0 is the first byte. */
static inline uint64_t cnewlines_mask64(const void *place) {
  const unsigned char *bytes = (const unsigned char *)place;
  return cnewlines_mask16(bytes) | cnewlines_mask16(bytes + 16) << 16 | cnewlines_mask16(bytes + 32) << 32
    | cnewlines_mask16(bytes + 48) << 48;
}
