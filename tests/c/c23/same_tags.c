// flags: -std=gnu2x
/* C23 6.7.3.4: a struct may be defined again with the same content; so is one from another scope. */
struct Same { int a; struct Same *next; struct { int q; }; enum In { X1, X2 } e; };
struct Same { int a; struct Same *next; struct { int q; }; enum In { X1, X2 } e; };
enum SE { SE1, SE2 = 5 }; enum SE { SE1, SE2 = 5 };
union SU { int a; float b; }; union SU { int a; float b; };
typedef struct Same T; typedef struct Same { int a; struct Same *next; struct { int q; }; enum In { X1, X2 } e; } T;
struct bf { int a : 3, : 0, b : 4; }; struct bf { int a : 3, : 0, b : 4; };
int take(struct Same *);
void scope(void) { struct Same { int a; struct Same *next; struct { int q; }; enum In { X1, X2 } e; } s; struct Same *o = &s; take(o); take(&s); extern struct Same g; s = g; g = s; }
#define PAIR(T) struct pair_##T { T a, b; }
PAIR(int) mk(int x) { return (PAIR(int)){ x, x }; }
int use(void) { PAIR(int) p = mk(3); struct pair_int q = p; return q.a; }
