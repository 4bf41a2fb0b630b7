// The size is printed if stat worked.
#include <stdio.h>
#include <sys/stat.h>

int main(void)
{
    struct stat st;
    int rc = stat("/nonexistent", &st);
    if (rc < 0)
        perror("/nonexistent");
    else
        printf("%ld\n", (long)st.st_size);
    return 0;
}
