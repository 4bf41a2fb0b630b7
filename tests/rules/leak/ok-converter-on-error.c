// The converter is closed whether the text could be converted or not; (iconv_t)-1 is no converter.
#include <iconv.h>
#include <stdio.h>
#include <string.h>

static int to_utf8(const char *charset, char *text, char *out, size_t room)
{
    iconv_t cd = iconv_open("UTF-8", charset);
    if (cd == (iconv_t)-1)
        return -1;
    size_t left = strlen(text);
    size_t done = iconv(cd, &text, &left, &out, &room);
    iconv_close(cd);
    if (done == (size_t)-1)
        return -1;
    *out = '\0';
    return 0;
}

int main(void)
{
    char text[] = "caf\xe9", out[32];
    if (to_utf8("ISO-8859-1", text, out, sizeof out - 1) == 0)
        puts(out);
    return 0;
}
