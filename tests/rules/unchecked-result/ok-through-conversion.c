// The narrowed result is read.
__attribute__((warn_unused_result)) long queue_push(void *queue, int item);

void fill(void *queue)
{
    short last;
    last = (short)queue_push(queue, 1);
    if (last < 0)
        (void)queue_push(queue, 2);
}
