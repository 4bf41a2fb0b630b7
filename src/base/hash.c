/* base/hash.c - one hash function for everything: XXH3, 64 bits.
 *
 * It is inlined from xxHash's header, as most of what we hash are identifiers of a few bytes,
 * where a call through the dynamic linker would cost more than the hash. */
#include "base/base.h"

#if defined(__GNUC__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wmissing-prototypes"
#endif
#define XXH_INLINE_ALL
#include <xxhash.h>
#if defined(__GNUC__)
#pragma GCC diagnostic pop
#endif

uint64_t hash_bytes(const void *p, size_t n, uint64_t seed)
{
    return XXH3_64bits_withSeed(p, n, seed);
}
