// What looks like one, and is none: in a text, and in the middle of a comment.
#include <stdio.h>

int main(void)
{
    puts("// corten: allow(nothing)"); // as in "corten: allow(nothing)"
    return 0;
}
