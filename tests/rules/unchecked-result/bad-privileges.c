// Privileges that could not be given up are still there.
#include <stdlib.h>
#include <unistd.h>

void run_as(uid_t user, const char *command)
{
    setuid(user); //~ unchecked-result
    execl(command, command, (char *)NULL);
}
