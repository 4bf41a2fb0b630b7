// The buffer lives as long as the pointer.
#include <stdio.h>

int main(int argc, char **argv)
{
    const char *name = "stdin";
    char buf[64];
    if (argc > 0) {
        snprintf(buf, sizeof buf, "%.40s", argv[0]);
        name = buf;
    }
    printf("%s\n", name);
    return 0;
}
