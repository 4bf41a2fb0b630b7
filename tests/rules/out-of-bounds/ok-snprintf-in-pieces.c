// A line is put together of pieces; what was cut ends it.
// run: ./a.out a bb ccc dddd eeeee ffffff ggggggg hhhhhhhh iiiiiiiii
#include <stdio.h>

int main(int argc, char **argv)
{
    char line[32];
    size_t used = 0;
    line[0] = '\0';
    for (int i = 1; i < argc; i++) {
        int n = snprintf(line + used, sizeof line - used, "%s%s", i > 1 ? "," : "", argv[i]);
        if (n < 0)
            return 1;
        if ((size_t)n >= sizeof line - used) {
            used = sizeof line - 1;
            break;
        }
        used += (size_t)n;
    }
    line[used] = '\0';
    fwrite(line, 1, used, stdout);
    putchar('\n');
    return 0;
}
