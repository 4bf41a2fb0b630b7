// The bytes of a message are summed up.
#include <corten.h>
#pragma corten safe
#include <stddef.h>

struct message {
    size_t size;
    unsigned char byte[] __counted_by(size);
};

unsigned message_sum(const struct message *m)
{
    unsigned sum = 0;
    for (size_t i = 0; i < m->size; i++)
        sum += m->byte[i];
    return sum;
}
