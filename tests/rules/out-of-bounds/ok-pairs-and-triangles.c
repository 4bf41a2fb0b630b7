// Neighbours, pairs and triangles within the bounds of their loops.
#include <stdio.h>
#include <stdlib.h>

static void sort(int *v, int n)
{
    for (int i = 1; i < n; i++) {
        int x = v[i], j = i;
        while (j > 0 && v[j - 1] > x) {
            v[j] = v[j - 1];
            j--;
        }
        v[j] = x;
    }
}

static void reverse(int *v, int n)
{
    for (int i = 0, j = n - 1; i < j; i++, j--) {
        int x = v[i];
        v[i] = v[j];
        v[j] = x;
    }
}

static int doubles(const int *v, int n)
{
    int count = 0;
    for (int i = 0; i + 1 < n; i++)
        count += v[i] == v[i + 1];
    for (int i = 0; i < n; i++)
        for (int j = i + 1; j < n; j++)
            count += v[i] == v[j];
    return count;
}

int main(int argc, char **argv)
{
    int n = argc + 4;
    int *v = malloc((size_t)n * sizeof *v);
    if (v == NULL)
        return 1;
    for (int i = 0; i < n; i++)
        v[i] = i * 7 % 5;
    sort(v, n);
    reverse(v, n);
    printf("%d %s\n", doubles(v, n), argv[0] ? "done" : "");
    free(v);
    return 0;
}
