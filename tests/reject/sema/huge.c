/* Objects of more than PTRDIFF_MAX bytes. */
typedef char half[1ul << 62];
struct a { half a, b; } *p; //~ syntax
union b { char a[(1ul << 63) - 1]; int b; }; //~ syntax
char c[1ul << 63]; //~ syntax
