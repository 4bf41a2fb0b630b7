// The pointer is used behind the block that its buffer lives in.
#include <stdio.h>

int main(int argc, char **argv)
{
    const char *name = "stdin";
    if (argc > 0) {
        char buf[64];
        snprintf(buf, sizeof buf, "%.40s", argv[0]);
        name = buf;
    }
    printf("%s\n", name); //~ use-after-scope
    return 0;
}
