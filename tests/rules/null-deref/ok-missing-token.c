// The line may lack what is asked for after the name; then it is zero.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int amount(char *line)
{
    char *save;
    char *name = strtok_r(line, " ", &save);
    if (name == NULL)
        return 0;
    char *value = strtok_r(NULL, " ", &save);
    return value ? atoi(value) : 0;
}

int main(void)
{
    char line[] = "apples";
    printf("%d\n", amount(line));
    return 0;
}
