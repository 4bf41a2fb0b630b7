#include <setjmp.h>
static jmp_buf env;
static int set(void) { return setjmp(env); }
int main(void)
{
    set();
    longjmp(env, 1); //~ bad-jump
}
