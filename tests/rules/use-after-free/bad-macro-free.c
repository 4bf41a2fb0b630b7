// A macro frees the pointer but doesn't clear it, so that the test after it is true.
#include <stdio.h>
#include <stdlib.h>

#define DROP(p) do { free(p); } while (0)

struct frame {
    int width, height;
};

int main(int argc, char **argv)
{
    struct frame *f = calloc(1, sizeof *f);
    if (f == NULL)
        return 1;
    f->width = argc;
    f->height = argv[0] != NULL;
    if (f->width < 1000)
        DROP(f);
    if (f != NULL)
        printf("%d\n", f->width * f->height); //~ use-after-free
    if (argc >= 1000)
        free(f);
    return 0;
}
