// The BIO is forgotten when there is no connection to give it to.
// Prototypes as in OpenSSL's headers.
#include <stddef.h>

typedef struct bio_st BIO;
typedef struct bio_method_st BIO_METHOD;
typedef struct ssl_st SSL;
typedef struct ssl_ctx_st SSL_CTX;
const BIO_METHOD *BIO_s_mem(void);
BIO *BIO_new(const BIO_METHOD *type);
int BIO_free(BIO *b);
SSL *SSL_new(SSL_CTX *ctx);
void SSL_free(SSL *ssl);
void SSL_set_bio(SSL *s, BIO *in, BIO *out);
int SSL_accept(SSL *s);

int answer(SSL_CTX *ctx)
{
    BIO *wire = BIO_new(BIO_s_mem());
    if (wire == NULL)
        return -1;
    SSL *ssl = SSL_new(ctx);
    if (ssl == NULL) {
        return -1; //~ leak
    }
    SSL_set_bio(ssl, wire, wire);
    int result = SSL_accept(ssl);
    SSL_free(ssl);
    return result;
}
