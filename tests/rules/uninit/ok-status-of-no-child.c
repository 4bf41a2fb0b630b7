// Where there is no child to wait for there is no status either.
#include <stdio.h>
#include <sys/types.h>
#include <sys/wait.h>

static int exit_code(pid_t child)
{
    int status;
    pid_t got = waitpid(child, &status, 0);
    if (got == -1)
        perror("waitpid");
    return got == -1 ? -1 : WEXITSTATUS(status);
}

int main(void)
{
    printf("%d\n", exit_code(-1));
    return 0;
}
