// The first slot vector is static; the ones that replace it come from the heap.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct slot {
    size_t size;
    char *val;
};

static char slot0[16];
static struct slot slotvec0 = { sizeof slot0, slot0 };
static struct slot *slotvec = &slotvec0;
static int nslots = 1;

static const char *quote_n(int n, const char *arg)
{
    if (nslots <= n) {
        int on_stack = slotvec == &slotvec0;
        struct slot *v = realloc(on_stack ? NULL : slotvec, (size_t)(n + 1) * sizeof *v);
        if (v == NULL)
            abort();
        if (on_stack)
            *v = slotvec0;
        memset(v + nslots, 0, (size_t)(n + 1 - nslots) * sizeof *v);
        slotvec = v;
        nslots = n + 1;
    }
    size_t need = strlen(arg) + 3;
    if (slotvec[n].size < need) {
        if (slotvec[n].val != slot0)
            free(slotvec[n].val);
        slotvec[n].val = malloc(need);
        if (slotvec[n].val == NULL)
            abort();
        slotvec[n].size = need;
    }
    snprintf(slotvec[n].val, need, "'%s'", arg);
    return slotvec[n].val;
}

static void quote_free(void)
{
    for (int i = 1; i < nslots; i++)
        free(slotvec[i].val);
    if (slotvec[0].val != slot0) {
        free(slotvec[0].val);
        slotvec0.size = sizeof slot0;
        slotvec0.val = slot0;
    }
    if (slotvec != &slotvec0) {
        free(slotvec);
        slotvec = &slotvec0;
    }
    nslots = 1;
}

int main(void)
{
    printf("%s %s\n", quote_n(0, "a"), quote_n(1, "b"));
    puts(quote_n(0, "an argument that is longer"));
    quote_free();
    return 0;
}
