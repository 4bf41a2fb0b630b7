// The pipe is closed once, and its status kept.
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
out:
    status = pclose(p);
    return status == 0 ? 0 : 1;
}
