/* CVE-2026-39979: a text with a length and without a NUL is parsed; the error message quotes it. */
#include <stdio.h>
#include <unistd.h>
#include "jv.h"

int is_true(int fd)
{
    char text[4];
    if (read(fd, text, sizeof text) != (ssize_t)sizeof text)
        return 0;
    jv value = jv_parse_sized(text, sizeof text); // found here
    int yes = jv_get_kind(value) == JV_KIND_TRUE;
    jv_free(value);
    return yes;
}
