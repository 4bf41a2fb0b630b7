// There may be no child to wait for, and then no status.
#include <stdio.h>
#include <sys/types.h>
#include <sys/wait.h>

static int exit_code(pid_t child)
{
    int status;
    pid_t got = waitpid(child, &status, 0);
    if (got == -1)
        perror("waitpid");
    return WEXITSTATUS(status); //~ uninit
}

int main(void)
{
    printf("%d\n", exit_code(-1));
    return 0;
}
