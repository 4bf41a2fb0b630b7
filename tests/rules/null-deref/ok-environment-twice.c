// The same variable of the environment, asked for twice.
#include <stdlib.h>
#include <unistd.h>

int may_run(void)
{
    if (getenv("TOOL"))
        return access(getenv("TOOL"), X_OK) == 0;
    return 1;
}
