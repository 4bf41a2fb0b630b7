struct queue;
struct queue *queue_new(void);
int queue_put(struct queue *q, int n);
int queue_first(const struct queue *q);
void queue_free(struct queue *q);

int lost(void)
{
    struct queue *q = queue_new();
    if (!q)
        return -1;
    return queue_put(q, 1); //~ leak
}

int empty(void)
{
    struct queue *q = queue_new();
    if (!q)
        return -1;
    int n = queue_first(q); //~ null-deref
    queue_free(q);
    return n;
}

int after(void)
{
    struct queue *q = queue_new();
    if (!q)
        return -1;
    queue_free(q);
    queue_free(q); //~ use-after-free
    return 0;
}
