// Privileges that could not be given up end the program.
#include <stdlib.h>
#include <unistd.h>

void run_as(uid_t user, const char *command)
{
    if (setuid(user) != 0)
        abort();
    execl(command, command, (char *)NULL);
}
