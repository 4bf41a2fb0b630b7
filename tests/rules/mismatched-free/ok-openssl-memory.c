// OpenSSL's memory is released by OpenSSL.
// Prototypes as in OpenSSL's headers.
#include <stdio.h>
#include <stdlib.h>

typedef struct bignum_st BIGNUM;
char *BN_bn2hex(const BIGNUM *a);
void CRYPTO_free(void *p, const char *file, int line);

void print(const BIGNUM *n)
{
    char *text = BN_bn2hex(n);
    if (text == NULL)
        return;
    puts(text);
    CRYPTO_free(text, __FILE__, __LINE__);
}
