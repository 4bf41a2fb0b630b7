// Two indices walk a text; what lies between them is copied if it fits.
// run: ./a.out alpha,,beta,a-rather-long-item,c
#include <stdio.h>
#include <string.h>

int main(int argc, char **argv)
{
    const char *s = argc > 1 ? argv[1] : "";
    size_t n = strlen(s), i = 0;
    char item[12];
    int items = 0;
    while (i < n) {
        size_t j = i;
        while (j < n && s[j] != ',')
            j++;
        if (j - i > 0 && j - i < sizeof item) {
            memcpy(item, s + i, j - i);
            item[j - i] = '\0';
            printf("%s (%c)\n", item, item[j - i - 1]);
            items++;
        }
        i = j + 1;
    }
    printf("%d\n", items);
    return 0;
}
