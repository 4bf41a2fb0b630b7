// The object that contains the member is freed.
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

struct link {
    struct link *next;
};

struct item {
    int key;
    struct link link;
};

int main(void)
{
    struct item *it = malloc(sizeof *it);
    if (it == NULL)
        return 1;
    it->key = 3;
    it->link.next = NULL;
    struct link *l = &it->link;
    printf("%d %d\n", it->key, l->next == NULL);
    free((char *)l - offsetof(struct item, link));
    return 0;
}
