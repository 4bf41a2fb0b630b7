/* White space that # makes visible, and what keeps tokens apart. */
#define s(...) #__VA_ARGS__
#define x(...) s(__VA_ARGS__)
#define E
#define P(a) [a] [ a ] [a ]
s(  a   b  ) s(a/**/b) s(a
b) s( ) s() x(E) x(E a E b E) x(aE E E b) x(P(E)) x(P( 1 )) x(P()) s("a\n" '"' '\\' \ ) s(@ ` \n)
#define M -
-M M- M M a M+ M+M -M-1
#define Q(a, b) a b a##b [a b]
s(Q(,)) x(Q(,)) x(Q(1,)) x(Q(,2)) Q(+,+) Q(<,<=) Q(.,5)
#define u(a) a##l 1a a
u(2) .M 1M e+M 0xe M
