#include "CNewlines.h"

#include <string.h>

typedef uint64_t (*mask64_function)(const unsigned char *);

/* Puts the places of a block's line feeds into the table; returns how many there are. */
static inline __attribute__((always_inline)) size_t put(uint64_t mask, size_t offset, uint32_t *table) {
  /* The first two go without a branch: most blocks hold none, one or two, and which it is cannot be predicted. The top
     bit stands for "none", whose place is written and not counted. */
  const int count = __builtin_popcountll(mask);
  const uint64_t rest = mask & (mask - 1);
  table[0] = (uint32_t)offset + (uint32_t)__builtin_ctzll(mask | (uint64_t)1 << 63);
  table[1] = (uint32_t)offset + (uint32_t)__builtin_ctzll(rest | (uint64_t)1 << 63);
  if (count > 2) {
    mask = rest & (rest - 1);
    for (size_t i = 2; mask != 0; i++) {
      table[i] = (uint32_t)offset + (uint32_t)__builtin_ctzll(mask);
      mask &= mask - 1;
    }
  }
  return (size_t)count;
}

/* Takes what is the same for every processor around the mask of 64 bytes; inlined, so that the mask is no call. */
static inline __attribute__((always_inline)) size_t collect(
  const unsigned char *base, size_t from, size_t to, uint32_t *table, mask64_function mask64) {
  size_t written = 0;
  size_t offset = from;
  for (; offset + 64 <= to; offset += 64) written += put(mask64(base + offset), offset, table + written);
  if (offset < to) {
    /* Of the last block no more counts than there is. */
    const uint64_t counted = ((uint64_t)1 << (to - offset)) - 1;
    written += put(mask64(base + offset) & counted, offset, table + written);
  }
  return written;
}

/* One bit for each of 64 bytes that is LF; bit 0 is the first byte. */
static inline __attribute__((always_inline)) uint64_t mask64_portable(const unsigned char *place) {
  uint64_t mask = 0;
  for (int word = 0; word < 8; word++) {
    uint64_t bytes;
    memcpy(&bytes, place + 8 * word, 8);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    bytes = __builtin_bswap64(bytes);
#endif
    const uint64_t low = 0x7F7F7F7F7F7F7F7Full;
    const uint64_t difference = bytes ^ 0x0A0A0A0A0A0A0A0Aull;
    /* The high bit of each byte is set exactly where the byte of `difference` is zero. */
    const uint64_t zero = ~(((difference & low) + low) | difference | low);
    /* Gathers the eight high bits into one byte. */
    mask |= (((zero >> 7) * 0x0102040810204080ull) >> 56) << (8 * word);
  }
  return mask;
}

size_t cnewlines_collect_portable(const void *base, size_t from, size_t to, uint32_t *table) {
  return collect(base, from, to, table, mask64_portable);
}

#if defined(__x86_64__)
#include <immintrin.h>

/* SSE2, which every x86-64 processor has. */
static inline __attribute__((always_inline)) uint64_t mask64_sse2(const unsigned char *place) {
  uint64_t mask = 0;
  for (int part = 0; part < 4; part++) {
    const __m128i bytes = _mm_loadu_si128((const __m128i *)(place + 16 * part));
    mask |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('\n'))) << (16 * part);
  }
  return mask;
}

size_t cnewlines_collect_baseline(const void *base, size_t from, size_t to, uint32_t *table) {
  return collect(base, from, to, table, mask64_sse2);
}

/* AVX2 with the bit instructions that came with it (since 2013). */
#define WITH_AVX2 __attribute__((target("avx2,bmi,popcnt")))

static inline __attribute__((always_inline)) WITH_AVX2 uint64_t mask64_avx2(const unsigned char *place) {
  const __m256i feed = _mm256_set1_epi8('\n');
  const __m256i low = _mm256_loadu_si256((const __m256i *)place);
  const __m256i high = _mm256_loadu_si256((const __m256i *)(place + 32));
  return (uint64_t)(uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(low, feed))
    | (uint64_t)(uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(high, feed)) << 32;
}

static WITH_AVX2 size_t collect_avx2(const unsigned char *base, size_t from, size_t to, uint32_t *table) {
  return collect(base, from, to, table, mask64_avx2);
}

size_t cnewlines_collect(const void *base, size_t from, size_t to, uint32_t *table) {
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") && __builtin_cpu_supports("popcnt")) {
    return collect_avx2(base, from, to, table);
  }
  return cnewlines_collect_baseline(base, from, to, table);
}
#else
size_t cnewlines_collect_baseline(const void *base, size_t from, size_t to, uint32_t *table) {
  return cnewlines_collect_portable(base, from, to, table);
}

size_t cnewlines_collect(const void *base, size_t from, size_t to, uint32_t *table) {
  return cnewlines_collect_portable(base, from, to, table);
}
#endif
