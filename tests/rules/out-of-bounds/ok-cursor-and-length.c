// A parser that asks what is left before it takes.
// run: printf '\001\003abc\002\000\003\004wxyz' | ./a.out
#include <stdint.h>
#include <stdio.h>
#include <string.h>

struct cursor {
    const uint8_t *at, *end;
};

static int take(struct cursor *c, size_t n, const uint8_t **out)
{
    if ((size_t)(c->end - c->at) < n)
        return -1;
    *out = c->at;
    c->at += n;
    return 0;
}

static int take_byte(struct cursor *c)
{
    return c->at < c->end ? *c->at++ : -1;
}

int main(void)
{
    uint8_t packet[64];
    char name[16];
    struct cursor c = { packet, packet + fread(packet, 1, sizeof packet, stdin) };
    while (c.at != c.end) {
        const uint8_t *body;
        int type = take_byte(&c), len = take_byte(&c);
        if (type < 0 || len < 0 || take(&c, (size_t)len, &body) != 0)
            return 1;
        if ((size_t)len >= sizeof name)
            continue;
        memcpy(name, body, (size_t)len);
        name[len] = '\0';
        printf("%d %s\n", type, name);
    }
    return 0;
}
