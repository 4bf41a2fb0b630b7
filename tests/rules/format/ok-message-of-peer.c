// The same, right.
#include <stdarg.h>
#include <stdio.h>
#include <sys/socket.h>

struct message {
    unsigned kind;
    char text[128];
};

static void note(const char *format, ...)
{
    va_list ap;
    va_start(ap, format);
    vfprintf(stderr, format, ap);
    va_end(ap);
}

static int message_get(int fd, struct message *m)
{
    ssize_t n = recv(fd, m->text, sizeof m->text - 1, 0);
    if (n < 0)
        return -1;
    m->text[n] = '\0';
    return 0;
}

int serve(int fd)
{
    struct message m = { 0, "" };
    if (message_get(fd, &m) < 0)
        return -1;
    note("%s", m.text);
    return 0;
}
