// The result is narrowed on its way into the variable that nobody reads.
__attribute__((warn_unused_result)) long queue_push(void *queue, int item);

void fill(void *queue)
{
    short last;
    last = (short)queue_push(queue, 1); //~ unchecked-result
}
