// Minutes are reduced to what two digits hold.
// run: ./a.out 2000000000
#include <stdio.h>
#include <stdlib.h>

struct stamp {
    int zone;
    char text[6];
};

int main(int argc, char **argv)
{
    struct stamp s = { 0, "" };
    int minutes = argc > 1 ? atoi(argv[1]) : 0;
    if (minutes < 0)
        return 1;
    sprintf(s.text, "%02d:%02d", minutes / 60 % 24, minutes % 60);
    printf("%s %d\n", s.text, s.zone);
    return 0;
}
