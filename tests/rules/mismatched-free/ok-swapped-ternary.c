// The stream is closed by the function that matches how it was opened.
#include <stdio.h>

int main(int argc, char **argv)
{
    (void)argv;
    int use_pipe = argc > 1;
    FILE *f = use_pipe ? popen("true", "r") : fopen("/dev/null", "r");
    if (f == NULL)
        return 1;
    int c = fgetc(f);
    int rc = use_pipe ? pclose(f) : fclose(f);
    printf("%d %d\n", c, rc == 0);
    return 0;
}
