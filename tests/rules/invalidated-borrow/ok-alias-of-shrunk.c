// A list is cut to its size, and read in the place that it has then.
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    double *list = malloc(100 * sizeof *list);
    if (list == NULL)
        return 1;
    size_t n = 0;
    while (n < 100 && scanf("%lf", &list[n]) == 1)
        n++;
    double *cut = realloc(list, (n + 1) * sizeof *list);
    if (cut == NULL) {
        free(list);
        return 1;
    }
    cut[n] = 0.0;
    if (n > 0)
        printf("%f\n", cut[0]);
    free(cut);
    return 0;
}
