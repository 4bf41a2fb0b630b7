// When one of several allocations fails, the ones before it are freed in reverse.
#include <stdio.h>
#include <stdlib.h>

#define RINGS 4

struct nic {
    unsigned char *ring[RINGS];
    unsigned size;
};

static int nic_open(struct nic *n, unsigned size)
{
    int i;
    for (i = 0; i < RINGS; i++) {
        n->ring[i] = malloc(size);
        if (n->ring[i] == NULL)
            goto err;
        n->ring[i][0] = (unsigned char)i;
    }
    n->size = size;
    return 0;
err:
    while (--i >= 0)
        free(n->ring[i]);
    return -12;
}

static void nic_close(struct nic *n)
{
    for (int i = 0; i < RINGS; i++)
        free(n->ring[i]);
}

int main(void)
{
    struct nic n;
    if (nic_open(&n, 64) == 0) {
        printf("%d\n", n.ring[3][0]);
        nic_close(&n);
    }
    return 0;
}
