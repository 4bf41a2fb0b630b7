// A copy of a label's number is printed after the label was dropped.
#include <corten.h>
#pragma corten safe
#include <stdio.h>

struct label {
    char *__own __null_terminated text;
    int number;
};

int label_init(struct label *__inits __when(return == 0) l, int number);
void label_drop(struct label *__drops l);

int label_print(int number)
{
    struct label l;
    if (label_init(&l, number) != 0)
        return -1;
    int n = l.number;
    label_drop(&l);
    printf("%d\n", n);
    return 0;
}
