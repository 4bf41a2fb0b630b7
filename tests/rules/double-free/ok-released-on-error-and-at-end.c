// When the answer can't be sent, the keys stay: the end of the connection releases them.
#include <stdlib.h>
#include <unistd.h>

struct connection {
    int fd, signs;
    char *send_key, *receive_key;
};

static int keys_new(struct connection *c)
{
    c->send_key = calloc(1, 32);
    if (!c->send_key)
        return -1;
    c->receive_key = calloc(1, 32);
    if (!c->receive_key) {
        free(c->send_key);
        return -1;
    }
    return 0;
}

static void keys_free(struct connection *c)
{
    free(c->send_key);
    free(c->receive_key);
}

static int handshake(struct connection *c, int signs)
{
    c->signs = 0;
    if (signs) {
        if (keys_new(c) != 0)
            return -1;
        c->signs = 1;
    }
    if (write(c->fd, "hello", 5) != 5)
        return -2; // serve releases the keys
    return 0;
}

int serve(int fd)
{
    struct connection *c = calloc(1, sizeof *c);
    if (!c)
        return -1;
    c->fd = fd;
    int err = handshake(c, 1);
    if (c->signs)
        keys_free(c);
    free(c);
    return err;
}
