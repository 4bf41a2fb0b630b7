// What is left of a field is computed from a length that was never compared with it.
// run: ./a.out a-name-that-is-longer-than-the-field
#include <stdio.h>
#include <string.h>

#define WIDTH 16u

struct row {
    char name[WIDTH];
    char text[64];
};

int main(int argc, char **argv)
{
    struct row r;
    const char *name = argc > 1 ? argv[1] : "";
    size_t n = strlen(name), kept = n < WIDTH ? n : WIDTH;
    memcpy(r.name, name, kept);
    memset(r.name + kept, ' ', WIDTH - n); //~ integer-overflow
    printf("%.16s|\n", r.name);
    return 0;
}
