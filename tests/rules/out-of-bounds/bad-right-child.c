// The right child of a heap's node is looked at where only the left one is known to be there.
#include <stdio.h>
#include <stdlib.h>

static void sift_down(int *heap, size_t n, size_t i)
{
    while (2 * i + 1 < n) {
        size_t child = 2 * i + 1;
        if (heap[child + 1] < heap[child])
            child++;
        if (heap[i] <= heap[child])
            break;
        int x = heap[i];
        heap[i] = heap[child];
        heap[child] = x;
        i = child;
    }
}

int main(void)
{
    int *heap = malloc(4 * sizeof *heap);
    if (heap == NULL)
        return 1;
    for (int i = 0; i < 4; i++)
        heap[i] = 9 - i;
    for (size_t i = 2; i-- > 0;)
        sift_down(heap, 4, i); //~ out-of-bounds
    printf("%d\n", heap[0]);
    free(heap);
    return 0;
}
