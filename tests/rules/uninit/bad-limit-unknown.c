// The limit is printed though asking for it may have failed.
#include <stdio.h>
#include <sys/resource.h>

static unsigned long open_files(void)
{
    struct rlimit limit;
    int result = getrlimit(RLIMIT_NOFILE, &limit);
    if (result == -1)
        perror("getrlimit");
    return (unsigned long)limit.rlim_cur; //~ uninit
}

int main(void)
{
    printf("%d\n", open_files() > 0);
    return 0;
}
