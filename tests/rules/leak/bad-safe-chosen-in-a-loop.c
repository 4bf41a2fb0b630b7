// The best candidate so far is lost when a better one is found.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

struct plan {
    int cost;
};

struct plan *__own plan_new(int seed);
void plan_free(struct plan *__own _Nullable p);

struct plan *__own _Nullable cheapest(int n)
{
    struct plan *best = NULL;
    for (int i = 0; i < n; i++) {
        struct plan *p = plan_new(i);
        if (best != NULL && best->cost <= p->cost) {
            plan_free(p);
            continue;
        }
        best = p; //~ leak
    }
    return best;
}
