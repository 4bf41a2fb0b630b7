// A function that believes its callers, and callers that are right.
#include <stdio.h>
#include <string.h>

static void put16(unsigned char *p, unsigned v)
{
    p[0] = (unsigned char)(v >> 8);
    p[1] = (unsigned char)v;
}

static size_t make_header(unsigned char *out, size_t room, unsigned id)
{
    if (room < 6)
        return 0;
    put16(out, id);
    put16(out + 2, 1);
    put16(out + 4, 0);
    return 6;
}

int sum_of(const int *v, int n);

int sum_of(const int *v, int n)
{
    int sum = v[0];
    for (int i = 1; i <= n; i++)
        sum += v[i];
    return sum;
}

int main(void)
{
    unsigned char packet[8];
    static const int v[5] = { 4, 1, 2, 3, 4 };
    memset(packet, 0xff, sizeof packet);
    size_t n = make_header(packet, sizeof packet, 77);
    put16(packet + n, 42);
    printf("%zu %d\n", n, sum_of(v, v[0]));
    return 0;
}
