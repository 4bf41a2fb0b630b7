// exit: 3
#include <setjmp.h>
#include <stdlib.h>
static jmp_buf env;
static void deep(int n)
{
    char buffer[16] = "";
    if (n == 0)
        longjmp(env, 3);
    deep(n - 1 + buffer[0]);
}
int main(void)
{
    int volatile tries = 0;
    int code = setjmp(env);
    if (code == 0)
        deep(1000);
    if (++tries < 2)
        longjmp(env, 3);
    return code;
}
