// The limit is printed where asking for it has not failed.
#include <stdio.h>
#include <sys/resource.h>

static unsigned long open_files(void)
{
    struct rlimit limit;
    int result = getrlimit(RLIMIT_NOFILE, &limit);
    if (result == -1)
        perror("getrlimit");
    return result == -1 ? 0 : (unsigned long)limit.rlim_cur;
}

int main(void)
{
    printf("%d\n", open_files() > 0);
    return 0;
}
