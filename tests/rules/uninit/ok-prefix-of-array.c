// Only the part of an array that the loop has filled is read.
#include <stdio.h>
#include <string.h>

int main(void)
{
    char buf[64];
    int pos[16];
    size_t n = 0;
    const char *text = "a,bc,,def";
    for (const char *p = text; (p = strchr(p, ',')) != NULL && n < 16; p++)
        pos[n++] = (int)(p - text);
    for (size_t i = 0; i < n; i++)
        printf("%d\n", pos[i]);
    size_t len = strcspn(text, ",");
    memcpy(buf, text, len);
    buf[len] = '\0';
    puts(buf);
    return 0;
}
