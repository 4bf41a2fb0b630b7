// Negative indices from the middle of an object, and pointers one past its end.
#include <stdio.h>
#include <string.h>

int main(void)
{
    static int table[21];
    int *centre = table + 10;
    for (int i = -10; i <= 10; i++)
        centre[i] = i < 0 ? -i : i;
    int *end = &table[21], sum = 0;
    while (end != table)
        sum += *--end;
    char path[] = "/usr/lib/libdemo.so";
    char *dot = strrchr(path, '.');
    if (dot != NULL && dot != path && dot[-1] == 'o')
        dot[-1] = '0';
    char *p = path + sizeof path - 1;
    while (p > path && p[-1] != '/')
        p--;
    printf("%d %s\n", sum, p);
    return 0;
}
