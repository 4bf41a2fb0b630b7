/* Sizes and offsets close to PTRDIFF_MAX. */
#if __SIZEOF_POINTER__ == 8
struct a { char a[1ul << 61]; char b; int c; };
_Static_assert(sizeof(struct a) == (1ul << 61) + 8, "");
_Static_assert(__builtin_offsetof(struct a, c) == (1ul << 61) + 4, "");
struct b { char a[1ul << 62]; char b[(1ul << 62) - 8]; };
_Static_assert(sizeof(struct b) == (1ul << 63) - 8, "");
struct c { int a : 3; char b[1ul << 62]; int c : 5; };
_Static_assert(sizeof(struct c) == (1ul << 62) + 4, "");
extern struct a many[1ul << 1];
#endif
