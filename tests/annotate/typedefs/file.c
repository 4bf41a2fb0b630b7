#include "file.h"
#include <stdlib.h>

file file_open(int fd)
{
    file f = malloc(sizeof *f);
    if (f) {
        f->fd = fd;
        f->on_close = NULL;
    }
    return f;
}

int file_fd(constant f)
{
    return f ? f->fd : -1;
}

file const file_dup(file f)
{
    return f ? file_open(f->fd) : NULL;
}

void file_on(file f, callback cb)
{
    if (cb != NULL && f != NULL)
        cb(f);
}

file *file_list(unsigned n)
{
    return calloc(n, sizeof(file));
}

void file_close(file f)
{
    free(f);
}

int file_main(int argc, char *argv[], char name[])
{
    return argv && name ? argc : 0;
}

file file_one(int fd)
{
    return file_open(fd);
}

file file_two(int fd)
{
    return file_open(fd);
}

int file_label(label l)
{
    return l ? l[0] : 0;
}
