// The connection is asked for its version after it was freed.
// Prototypes as in OpenSSL's headers.
#include <stddef.h>
#include <stdio.h>

typedef struct ssl_st SSL;
typedef struct ssl_ctx_st SSL_CTX;
SSL *SSL_new(SSL_CTX *ctx);
void SSL_free(SSL *ssl);
int SSL_connect(SSL *ssl);
const char *SSL_get_version(const SSL *ssl);

int dial(SSL_CTX *ctx)
{
    SSL *ssl = SSL_new(ctx);
    if (ssl == NULL)
        return -1;
    int ok = SSL_connect(ssl) == 1;
    SSL_free(ssl);
    if (ok)
        puts(SSL_get_version(ssl)); //~ use-after-free
    return ok;
}
