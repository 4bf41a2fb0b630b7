// A list in the style of the kernel is emptied with the iterator that survives removal.
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

struct list_head {
    struct list_head *next, *prev;
};

#define container_of(p, type, member) ((type *)(void *)((char *)(p) - offsetof(type, member)))
#define list_entry(p, type, member) container_of(p, type, member)
#define list_for_each_entry_safe(pos, n, head, member)                          \
    for (pos = list_entry((head)->next, __typeof__(*pos), member),              \
        n = list_entry(pos->member.next, __typeof__(*pos), member);             \
         &pos->member != (head);                                                \
         pos = n, n = list_entry(n->member.next, __typeof__(*n), member))
#define POISON ((struct list_head *)0x100)

static inline void list_add(struct list_head *n, struct list_head *head)
{
    head->next->prev = n;
    n->next = head->next;
    n->prev = head;
    head->next = n;
}

static inline void list_del(struct list_head *n)
{
    n->next->prev = n->prev;
    n->prev->next = n->next;
    n->next = n->prev = POISON;
}

struct request {
    int id;
    struct list_head queue;
};

int main(void)
{
    struct list_head queue = { &queue, &queue };
    struct request *rq, *next;
    for (int i = 0; i < 4; i++) {
        rq = malloc(sizeof *rq);
        if (rq == NULL)
            break;
        rq->id = i;
        list_add(&rq->queue, &queue);
    }
    list_for_each_entry_safe(rq, next, &queue, queue) {
        printf("%d\n", rq->id);
        list_del(&rq->queue);
        free(rq);
    }
    return queue.next == &queue ? 0 : 1;
}
