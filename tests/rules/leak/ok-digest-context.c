// The digest's context is freed when an update fails, too.
// Prototypes as in OpenSSL's headers.
#include <stddef.h>
#include <stdio.h>

typedef struct evp_md_ctx_st EVP_MD_CTX;
typedef struct evp_md_st EVP_MD;
EVP_MD_CTX *EVP_MD_CTX_new(void);
void EVP_MD_CTX_free(EVP_MD_CTX *ctx);
const EVP_MD *EVP_sha256(void);
int EVP_DigestInit_ex(EVP_MD_CTX *ctx, const EVP_MD *type, void *engine);
int EVP_DigestUpdate(EVP_MD_CTX *ctx, const void *d, size_t n);
int EVP_DigestFinal_ex(EVP_MD_CTX *ctx, unsigned char *md, unsigned int *n);

int digest(const char *text, size_t n, unsigned char out[32])
{
    EVP_MD_CTX *ctx = EVP_MD_CTX_new();
    unsigned int size = 0;
    if (ctx == NULL)
        return -1;
    if (EVP_DigestInit_ex(ctx, EVP_sha256(), NULL) != 1 || EVP_DigestUpdate(ctx, text, n) != 1) {
        EVP_MD_CTX_free(ctx);
        return -1;
    }
    int ok = EVP_DigestFinal_ex(ctx, out, &size) == 1;
    EVP_MD_CTX_free(ctx);
    return ok ? (int)size : -1;
}
