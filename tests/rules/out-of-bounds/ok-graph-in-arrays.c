// Numbers stored in arrays are indices of other arrays, and were checked when they were stored.
// run: echo '0 1 1 2 2 9 -1 0 3 4' | ./a.out
#include <stdio.h>
#include <string.h>

#define NODES 6

static int first[NODES], next_edge[32], target[32], edges;

static void add_edge(int from, int to)
{
    if (from < 0 || from >= NODES || to < 0 || to >= NODES || edges >= 32)
        return;
    target[edges] = to;
    next_edge[edges] = first[from];
    first[from] = edges++;
}

int main(void)
{
    int from, to, queue[NODES], head = 0, tail = 0, seen[NODES] = { 0 };
    memset(first, -1, sizeof first);
    while (scanf("%d %d", &from, &to) == 2)
        add_edge(from, to);
    queue[tail++] = 0;
    seen[0] = 1;
    while (head < tail) {
        int node = queue[head++];
        for (int e = first[node]; e >= 0; e = next_edge[e])
            if (!seen[target[e]]) {
                seen[target[e]] = 1;
                queue[tail++] = target[e];
            }
    }
    printf("%d reached\n", tail);
    return 0;
}
