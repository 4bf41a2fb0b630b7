// flags: -std=gnu17
/* #if: arithmetic, short circuit, character constants, defined out of macros. */
#define yes(n) ok n
#define DEF defined
#define DEFX defined(X)
#define X
#if 1 + 2 * 3 == 7 && (1 ? 2 : 3) == 2 && -1 > 0u && -1 < 0 && (0 || !0) && ~0 == -1
yes(1)
#endif
#if 0 && 1 / 0 || 1 || 1 % 0
yes(2)
#endif
#if DEF X && DEFX && !DEF(Y) && defined X
yes(3)
#endif
#if 'a' == 97 && '\377' < 0 && '\x41' == 65 && L'\x3b1' == 945 && 'ab' == 24930 && u'\u20ac' == 8364
yes(4)
#endif
#if 0x7fffffffffffffff + 1 < 0 && 0xffffffffffffffff == -1 && 18446744073709551615u > 0 && 0b101 == 5
yes(5)
#endif
#if -8 >> 1 == -4 && 1 << 3 == 8 && 0x8000000000000000 >> 63 == 1 && (-9223372036854775807 - 1) / -1 != 0
yes(6)
#endif
#if unknown == 0 && !unknown && (2, 3) == 3
yes(7)
#endif
#if 0
#if 1
no
#elif garbage ( ( "
#else
no
#endif
#error no
#include "nowhere.h"
it's fine
#elif 1
yes(8)
#elif 1 / 0
no
#else
no
#endif
#ifdef X
yes(9)
#elifdef Y
no
#endif
#ifndef X
no
#elifndef Y
yes(10)
#else
no
#endif
#if 1 ? 0 ? 5 : 6 : 7
yes(11)
#endif
#if (1 ? -1 : 0u) > 0
yes(12)
#endif
#if \
 1 /* a comment
 on two lines */ == 1 // the end
yes(13)
#endif
#
