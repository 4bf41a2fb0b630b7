// A callee sees a shop whose sign is still there.
#include <corten.h>
#pragma corten safe

struct shop {
    char *__own __null_terminated sign;
    int open;
};

void burn(char *__own __null_terminated sign);
char *__own __null_terminated paint(int number);
void shop_show(const struct shop *s);

void shop_renew(struct shop *s)
{
    shop_show(s);
    burn(s->sign);
    s->sign = paint(3);
}
