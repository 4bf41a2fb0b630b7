/* When a macro's name is painted, and when it is only disabled for a while. */
#define f(a) a*g
#define g(a) f(a)
f(2)(9)
#define AA BB
#define BB AA
AA BB AA
#define h(x) x h
h(1)(2)(3) (4)
#define obj obj2(obj)
#define obj2(x) x obj x
obj
#define NIL(xxx) xxx
#define G_0(arg) NIL(G_1)(arg)
#define G_1(arg) NIL(arg)
G_0(42)
#define foo() bar
foo
()
foo EMPTY ()
#define EMPTY
foo EMPTY ()
#define call(x) x()
call(foo) call(call)(foo)
#define self(x) x self(x)
self(self(self(1)))
#define lparen (
foo lparen )
#define swallow(x, y) x
swallow(a,
#ifdef EMPTY
b
#else
c
#endif
) swallow((1,2),3) swallow(foo
(),2)
