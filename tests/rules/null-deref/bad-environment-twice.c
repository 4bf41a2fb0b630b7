// Two variables of the environment.
#include <stdlib.h>
#include <unistd.h>

int may_run(void)
{
    if (getenv("TOOL"))
        return access(getenv("TOOLS"), X_OK) == 0; //~ null-deref
    return 1;
}
