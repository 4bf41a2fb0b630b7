// The macro clears the pointer that it frees.
#include <stdio.h>
#include <stdlib.h>

#define DROP(p) do { free(p); (p) = NULL; } while (0)

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
        printf("%d\n", f->width * f->height);
    free(f);
    return 0;
}
