// The finder stores null for a missing key and says so; the caller reads through it anyway.
#include <stdio.h>

static int store[4] = { 5, 6, 7, 8 };

static int find(int value, int **where)
{
    *where = NULL;
    for (int i = 0; i < 4; i++)
        if (store[i] == value)
            *where = &store[i];
    return *where != NULL ? 0 : -1;
}

int main(void)
{
    int *p;
    int rc = find(99, &p);
    if (rc < 0)
        fprintf(stderr, "not found\n");
    *p = 0; //~ null-deref
    return rc == 0;
}
