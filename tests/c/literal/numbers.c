/* Constants and their values. */
#define IS(e, v) _Static_assert((e) == (v), #e)
IS(0x1F, 31); IS(017, 15); IS(0b101, 5); IS(0B11u, 3); IS(0, 0); IS(00, 0); IS(0XFFFFFFFF, 4294967295u);
IS(1u, 1); IS(1UL, 1); IS(1ull, 1); IS(1LLU, 1); IS(1lu, 1); IS(1LL, 1); IS(18446744073709551615ull, -1ull);
IS(sizeof 2147483648, 8); IS(sizeof 0x80000000, 4); IS(sizeof 1L, 8); IS(sizeof 4294967296u, 8);
IS((int)1.5e1, 15); IS((int).5e1, 5); IS((int)0x1.8p3, 12); IS((int)0x.8p4f, 8); IS((int)1e+2L, 100); IS((int)1.f, 1);
IS(sizeof 1.0f, 4); IS(sizeof 1.0, 8); IS(sizeof 1.0L, 16); IS(sizeof 1.0F32, 4); IS(sizeof 1.0f128, 16); IS(sizeof 1.0Q, 16);
IS('a', 97); IS('\n', 10); IS('\0', 0); IS('\x41', 65); IS('\101', 65); IS('\'', 39); IS('"', 34); IS('\e', 27); IS('\?', 63);
IS('\377', -1); IS('\xff', -1); IS('ab', 24930); IS('abcd', 1633837924); IS(L'a', 97); IS(u'\xffff', 65535); IS(U'\U0001F600', 0x1F600);
IS(L'\u20AC', 0x20AC); IS(L'€', 0x20AC); IS(u'€', 0x20AC); IS(sizeof 'a', 4); IS(sizeof u'a', 2);
IS(sizeof "abc", 4); IS(sizeof "a" "b" "c", 4); IS(sizeof "", 1); IS(sizeof "\x41" "1", 3); IS(sizeof "€", 4); IS(sizeof u8"€", 4);
IS(sizeof L"€", 8); IS(sizeof u"\U0001F600", 6); IS(sizeof U"\U0001F600", 8); IS(sizeof "a" L"b", 12); IS(sizeof "\u20AC", 4);
double _Complex z = 1.0 + 2.0i, y = 3i, x = 1.5fj;
__int128 wide = 0xFFFFFFFFFFFFFFFF;
