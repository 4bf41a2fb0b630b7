// The size is printed whether stat worked or not.
#include <stdio.h>
#include <sys/stat.h>

int main(void)
{
    struct stat st;
    int rc = stat("/nonexistent", &st);
    if (rc < 0)
        perror("/nonexistent");
    printf("%ld\n", (long)st.st_size); //~ uninit
    return 0;
}
