// A function of the program says that it takes a format.
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

struct buffer {
    char text[256];
    size_t used;
};

__attribute__((format(printf, 2, 3))) void buffer_add(struct buffer *b, const char *format, ...);

void greet(struct buffer *b, const char *name, long id)
{
    buffer_add(b, "hello %s, you are number %d\n", name, id); //~ format
}
