// A callee sees a shop whose sign was given away.
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
    burn(s->sign);
    shop_show(s); //~ contract
    s->sign = paint(3);
}
