/* GNU: jumps out of nested functions, through functions that know nothing of them. */
#include <stdio.h>
#include <stdlib.h>

static int find(const int *v, int n, int wanted)
{
    __label__ found, bad;
    int at = -1;
    void look(int i)
    {
        if (v[i] < 0)
            goto bad;
        if (v[i] == wanted) {
            at = i;
            goto found;
        }
    }
    for (int i = 0; i < n; i++)
        look(i);
    return -1;
found:
    return at;
bad:
    return -2;
}

static int through(int n)
{
    __label__ out;
    int steps = 0;
    int compare(const void *a, const void *b)
    {
        if (++steps == n)
            goto out;
        return *(const int *)a - *(const int *)b;
    }
    int v[] = {5, 3, 9, 1, 7, 2};
    for (int i = 0; i < 6; i++)
        if (compare(&v[i], &v[(i + 1) % 6]) > 100)
            return -1;
    return v[0];
out:
    return 1000 + steps;
}

static int deep(int n)
{
    __label__ top, mid;
    int count = 0;
top:
    if (count > 20)
        return count;
    void a(void)
    {
        void b(void)
        {
            count += 3;
            if (n > 1)
                goto top;
            goto mid;
        }
        b();
        count += 100;
    }
    a();
    count += 1000;
mid:
    return count + 5;
}

static int again(int n)
{
    int total = 0;
    for (int i = 0; i < n; i++) {
        __label__ next;
        void skip(int k) { if (k % 2) goto next; total += k; }
        skip(i);
        total += 100;
    next:;
    }
    return total;
}

static int never(int n)
{
    __label__ out;
    __attribute__((noreturn)) void fail(void) { goto out; }
    if (n)
        fail();
    return 7;
out:
    return 8;
}

int main(void)
{
    int v[] = {4, 8, 15, 16, -1, 42};
    printf("%d %d %d\n", find(v, 4, 15), find(v, 4, 3), find(v, 6, 42));
    printf("%d %d\n", through(3), through(100));
    printf("%d %d\n", deep(1), deep(2));
    printf("%d\n", again(6));
    printf("%d %d\n", never(0), never(1));
    return 0;
}
