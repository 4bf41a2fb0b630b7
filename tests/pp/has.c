// flags: -std=gnu17
/* What the compiler has: as GCC answers. */
#ifdef __has_include
include __has_attribute(packed) __has_attribute(__packed__) __has_attribute(nonsense)
#endif
#if __has_include(<stddef.h>) && !__has_include("nowhere.h") && __has_include("inc/once.h")
include 2
#endif
#define HDR <stddef.h>
#if __has_include(HDR) && !__has_include(<no such/thing>)
include 3
#endif
__has_builtin(__builtin_expect) __has_builtin(__builtin_nonsense) __has_builtin(memcpy)
__has_attribute(corten_owned) __has_c_attribute(corten::owned) __has_c_attribute(nodiscard) __has_c_attribute(gnu::unused)
#ifdef __has_feature
__has_feature(tls)
#endif
#if defined(__has_attribute) && defined __has_builtin && __CORTEN__
all
#endif
