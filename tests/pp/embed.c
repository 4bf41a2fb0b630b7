// flags: -std=gnu2x
/* #embed and its parameters. */
#embed "inc/once.h"
#embed "inc/once.h" limit(3) prefix(A,) suffix(, B) if_empty(none)
#define three 3
#embed "inc/once.h" limit(three - 3) prefix(no) if_empty(empty)
#embed "inc/once.h" gnu::offset(7) limit(1)
#define FILE "inc/plain.h"
#embed FILE
#define s(x) #x
s(
#embed "inc/plain.h" __limit__(2)
)
