// The pipe is closed to get the status, and again in the common exit.
#include <stdio.h>

int main(void)
{
    char word[32] = "";
    int status = -1;
    FILE *p = popen("echo hi", "r");
    if (p == NULL)
        return 1;
    if (fscanf(p, "%31s", word) != 1)
        goto out;
    puts(word);
    status = pclose(p);
out:
    pclose(p); //~ double-free
    return status == 0 ? 0 : 1;
}
