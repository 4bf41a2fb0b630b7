// An error leaves through longjmp, and the protector frees what was made before it.
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>

struct env {
    jmp_buf jump;
    char *scratch;
};

_Noreturn static void throw_error(struct env *e, int code)
{
    longjmp(e->jump, code);
}

static void body(struct env *e, int n)
{
    e->scratch = malloc(64);
    if (e->scratch == NULL)
        throw_error(e, 1);
    if (n > 2)
        throw_error(e, 2);
    snprintf(e->scratch, 64, "%d", n);
    puts(e->scratch);
}

static int protect(struct env *e, int n)
{
    e->scratch = NULL;
    if (setjmp(e->jump) == 0) {
        body(e, n);
        free(e->scratch);
        return 0;
    }
    free(e->scratch);
    return -1;
}

int main(void)
{
    struct env e;
    int good = protect(&e, 1);
    printf("%d %d\n", good, protect(&e, 3));
    return 0;
}
