/* models/openssl.h - what OpenSSL's libcrypto and libssl do, the common part (1.1 to 3.x).
 *
 * What comes in: nothing; Corten reads this file as a unit of its own, which sees no header but
 * corten.h. What goes out: a contract for each function by its linker's name.
 * How to read a model stands in models/libc.h.
 *
 *     BIO *__own_by(BIO_free) _Nullable BIO_new(const BIO_METHOD *type);
 *     void BIO_free_all(BIO *__own_by(BIO_free) _Nullable a);      the same family
 *
 * COUNTED types have owners that are counted (X509_up_ref): T_free gives one of them back, and the
 * object may go on living, so that nothing is said of it afterwards. get0 borrows, get1 gives an
 * owner, set0 and the like take one over, as their names say.
 * A handle that OpenSSL itself tests for null is _Nullable: it answers with an error. */
#include <corten.h>

#ifdef __CORTEN__
#define OUTSIDE __attribute__((corten_outside))
#define RETURNED __attribute__((corten_returned))
#else
#define OUTSIDE
#define RETURNED
#endif
#define KEPT __captured_by(program)
#define OWNED(type) type *__own_by(type##_free) _Nullable
#define SOLE(type)                                                                                \
    typedef struct type type;                                                                     \
    void type##_free(type *__own_by(type##_free) _Nullable x)
#define COUNTED(type)                                                                             \
    typedef struct type type;                                                                     \
    void type##_free(type *KEPT _Nullable x);                                                     \
    int type##_up_ref(type *x)
#define NEW(type) OWNED(type) type##_new(void)
/* Into *out if out is not null, and fresh if it is. */
#define FRESH_IF_NO(type) type *__own_by(type##_free) __when(out == NULL) _Nullable
#define D2I(type)                                                                                 \
    FRESH_IF_NO(type) d2i_##type(type **_Nullable out, const unsigned char **in, long n);         \
    int i2d_##type(const type *_Nullable x, unsigned char **_Nullable out)
#define PRINTF(f, a) __attribute__((format(printf, f, a)))

typedef __SIZE_TYPE__ size_t;
typedef __builtin_va_list va_list;
typedef long time_t;
typedef struct FILE FILE;
struct tm;

/* ---- crypto.h: memory and the library itself ------------------------------------------------- */

void *__own_by(CRYPTO_free) _Nullable CRYPTO_malloc(size_t n, const char *_Nullable file, int line);
void *__own_by(CRYPTO_free) _Nullable CRYPTO_zalloc(size_t n, const char *_Nullable file, int line);
void *__own_by(CRYPTO_free) _Nullable
CRYPTO_realloc(void *__own_by(CRYPTO_free) __when(return != NULL) _Nullable p, size_t n,
               const char *_Nullable file, int line);
void *__own_by(CRYPTO_free) _Nullable
CRYPTO_clear_realloc(void *__own_by(CRYPTO_free) __when(return != NULL) _Nullable p, size_t old,
                     size_t n, const char *_Nullable file, int line);
void *__own_by(CRYPTO_free) _Nullable CRYPTO_memdup(const void *_Nullable p, size_t n,
                                                    const char *_Nullable file, int line);
char *__own_by(CRYPTO_free) _Nullable CRYPTO_strdup(const char *_Nullable s,
                                                    const char *_Nullable file, int line);
char *__own_by(CRYPTO_free) _Nullable CRYPTO_strndup(const char *_Nullable s, size_t n,
                                                     const char *_Nullable file, int line);
void CRYPTO_free(void *__own_by(CRYPTO_free) _Nullable p, const char *_Nullable file, int line);
void CRYPTO_clear_free(void *__own_by(CRYPTO_free) _Nullable p, size_t n,
                       const char *_Nullable file, int line);
void OPENSSL_cleanse(void *p, size_t n);
int CRYPTO_memcmp(const void *a, const void *b, size_t n);
typedef struct OPENSSL_INIT_SETTINGS OPENSSL_INIT_SETTINGS;
int OPENSSL_init_crypto(__UINT64_TYPE__ options, const OPENSSL_INIT_SETTINGS *_Nullable settings);
int OPENSSL_init_ssl(__UINT64_TYPE__ options, const OPENSSL_INIT_SETTINGS *_Nullable settings);
void OPENSSL_cleanup(void);
const char *__static OpenSSL_version(int type);
unsigned long OpenSSL_version_num(void);
int RAND_bytes(unsigned char *buf, int n);
int RAND_priv_bytes(unsigned char *buf, int n);
void RAND_seed(const void *buf, int n);
void RAND_add(const void *buf, int n, double randomness);
int RAND_status(void);
int RAND_poll(void);
int RAND_load_file(const char *path, long max);
int RAND_write_file(const char *path);
const char *_Nullable RAND_file_name(char *RETURNED file, size_t n);

/* ---- err.h ----------------------------------------------------------------------------------- */

unsigned long ERR_get_error(void);
unsigned long ERR_peek_error(void);
unsigned long ERR_peek_last_error(void);
unsigned long ERR_get_error_line_data(const char **_Nullable file, int *_Nullable line,
                                      const char **_Nullable data, int *_Nullable flags);
unsigned long ERR_get_error_all(const char **_Nullable file, int *_Nullable line,
                                const char **_Nullable function, const char **_Nullable data,
                                int *_Nullable flags);
/* In static memory where there is no buffer. */
char *ERR_error_string(unsigned long e, char *_Nullable RETURNED buf);
void ERR_error_string_n(unsigned long e, char *buf, size_t n);
const char *_Nullable __static ERR_lib_error_string(unsigned long e);
const char *_Nullable __static ERR_reason_error_string(unsigned long e);
void ERR_clear_error(void);
void ERR_print_errors_fp(FILE *f);
void ERR_print_errors_cb(int (*f)(const char *, size_t, void *), void *_Nullable u);
int ERR_set_mark(void);
int ERR_pop_to_mark(void);
void ERR_new(void);
void ERR_set_debug(const char *file, int line, const char *function);
void ERR_set_error(int lib, int reason, const char *_Nullable format, ...);

/* ---- stack.h: what is put on it is kept ------------------------------------------------------ */

typedef struct OPENSSL_STACK OPENSSL_STACK;
#define STACK OPENSSL_STACK *__own_by(OPENSSL_sk_free) _Nullable
STACK OPENSSL_sk_new(int (*_Nullable compare)(const void *, const void *));
STACK OPENSSL_sk_new_null(void);
STACK OPENSSL_sk_new_reserve(int (*_Nullable compare)(const void *, const void *), int n);
STACK OPENSSL_sk_dup(const OPENSSL_STACK *_Nullable st);
void OPENSSL_sk_free(STACK st);
void OPENSSL_sk_pop_free(STACK st, void (*release)(void *));
int OPENSSL_sk_num(const OPENSSL_STACK *_Nullable st);
void *_Null_unspecified OPENSSL_sk_value(const OPENSSL_STACK *_Nullable st, int i);
void *_Null_unspecified OPENSSL_sk_set(OPENSSL_STACK *_Nullable st, int i, const void *KEPT p);
int OPENSSL_sk_push(OPENSSL_STACK *_Nullable st, const void *_Nullable KEPT p);
int OPENSSL_sk_unshift(OPENSSL_STACK *_Nullable st, const void *_Nullable KEPT p);
int OPENSSL_sk_insert(OPENSSL_STACK *_Nullable st, const void *_Nullable KEPT p, int i);
void *_Null_unspecified OPENSSL_sk_pop(OPENSSL_STACK *_Nullable st);
void *_Null_unspecified OPENSSL_sk_shift(OPENSSL_STACK *_Nullable st);
void *_Null_unspecified OPENSSL_sk_delete(OPENSSL_STACK *_Nullable st, int i);
int OPENSSL_sk_find(OPENSSL_STACK *_Nullable st, const void *_Nullable p);
void OPENSSL_sk_sort(OPENSSL_STACK *_Nullable st);
void OPENSSL_sk_zero(OPENSSL_STACK *_Nullable st);

/* ---- bio.h ----------------------------------------------------------------------------------- */

typedef struct BIO BIO;
typedef struct BIO_METHOD BIO_METHOD;
int BIO_free(BIO *__own_by(BIO_free) _Nullable b);
void BIO_vfree(BIO *__own_by(BIO_free) _Nullable b);
void BIO_free_all(BIO *__own_by(BIO_free) _Nullable b);
OWNED(BIO) BIO_new(const BIO_METHOD *type);
OWNED(BIO) BIO_new_file(const char *path, const char *mode);
OWNED(BIO) BIO_new_fp(FILE *KEPT f, int close);
OWNED(BIO) BIO_new_fd(int fd, int close);
OWNED(BIO) BIO_new_socket(int fd, int close);
OWNED(BIO) BIO_new_mem_buf(const void *KEPT buf, int n);
OWNED(BIO) BIO_new_connect(const char *host);
OWNED(BIO) BIO_new_accept(const char *host);
int BIO_up_ref(BIO *KEPT b);
/* `append` becomes part of the chain, which begins with the result. */
BIO *_Nullable BIO_push(BIO *_Nullable KEPT RETURNED b, BIO *_Nullable KEPT append);
BIO *_Null_unspecified BIO_pop(BIO *_Nullable b);
BIO *_Nullable BIO_next(BIO *_Nullable __lifetimebound b);
BIO *_Nullable BIO_find_type(BIO *_Nullable __lifetimebound b, int type);
OUTSIDE int BIO_read(BIO *_Nullable b, void *_Nullable buf, int n);
OUTSIDE int BIO_read_ex(BIO *_Nullable b, void *_Nullable buf, size_t n, size_t *got);
OUTSIDE int BIO_gets(BIO *_Nullable b, char *buf, int n);
int BIO_write(BIO *_Nullable b, const void *_Nullable p, int n);
int BIO_write_ex(BIO *_Nullable b, const void *_Nullable p, size_t n, size_t *_Nullable wrote);
int BIO_puts(BIO *_Nullable b, const char *s);
int BIO_printf(BIO *_Nullable b, const char *format, ...) PRINTF(2, 3);
int BIO_vprintf(BIO *_Nullable b, const char *format, va_list ap) PRINTF(2, 0);
int BIO_snprintf(char *buf, size_t n, const char *format, ...) PRINTF(3, 4);
int BIO_dump(BIO *_Nullable b, const void *p, int n);
/* What is passed in and out depends on the command: BIO_get_mem_ptr, BIO_set_fp. */
long BIO_ctrl(BIO *_Nullable b, int command, long n, void *_Nullable KEPT p);
long BIO_int_ctrl(BIO *_Nullable b, int command, long n, int value);
size_t BIO_ctrl_pending(BIO *_Nullable b);
void BIO_set_flags(BIO *b, int flags);
void BIO_clear_flags(BIO *b, int flags);
int BIO_test_flags(const BIO *b, int flags);
void BIO_set_data(BIO *b, void *_Nullable KEPT p);
void *_Null_unspecified BIO_get_data(BIO *b);
void BIO_set_init(BIO *b, int init);
void BIO_set_shutdown(BIO *b, int shut);
int BIO_get_shutdown(BIO *b);
int BIO_method_type(const BIO *b);
void BIO_set_retry_reason(BIO *b, int reason);
#define METHOD(name) const BIO_METHOD *__static name(void)
METHOD(BIO_s_mem); METHOD(BIO_s_secmem); METHOD(BIO_s_file); METHOD(BIO_s_socket);
METHOD(BIO_s_connect); METHOD(BIO_s_accept); METHOD(BIO_s_fd); METHOD(BIO_s_null);
METHOD(BIO_f_base64); METHOD(BIO_f_md); METHOD(BIO_f_cipher); METHOD(BIO_f_buffer);
METHOD(BIO_f_ssl); METHOD(BIO_f_null); METHOD(BIO_s_bio);
int BIO_get_new_index(void);
BIO_METHOD *__own_by(BIO_meth_free) _Nullable BIO_meth_new(int type, const char *KEPT name);
void BIO_meth_free(BIO_METHOD *__own_by(BIO_meth_free) _Nullable m);

/* ---- bn.h ------------------------------------------------------------------------------------ */

SOLE(BN_CTX);
NEW(BN_CTX);
typedef struct BIGNUM BIGNUM;
typedef struct BN_GENCB BN_GENCB;
#define BN BIGNUM *__own_by(BN_free) _Nullable
void BN_free(BN a);
void BN_clear_free(BN a);
BN BN_new(void);
BN BN_secure_new(void);
BN BN_dup(const BIGNUM *_Nullable a);
BIGNUM *_Nullable BN_copy(BIGNUM *__lifetimebound RETURNED to, const BIGNUM *from);
void BN_swap(BIGNUM *a, BIGNUM *b);
void BN_clear(BIGNUM *a);
void BN_CTX_start(BN_CTX *ctx);
BIGNUM *_Nullable BN_CTX_get(BN_CTX *__lifetimebound ctx);
void BN_CTX_end(BN_CTX *_Nullable ctx);
/* Into the last argument, or fresh where that is null. */
BIGNUM *__own_by(BN_free) __when(to == NULL) _Nullable BN_bin2bn(const unsigned char *_Nullable s,
                                                                 int n,
                                                                 BIGNUM *_Nullable RETURNED to);
int BN_bn2bin(const BIGNUM *a, unsigned char *to);
int BN_bn2binpad(const BIGNUM *a, unsigned char *to, int n);
char *__own_by(CRYPTO_free) _Nullable BN_bn2hex(const BIGNUM *a);
char *__own_by(CRYPTO_free) _Nullable BN_bn2dec(const BIGNUM *a);
int BN_hex2bn(BIGNUM **_Nullable a, const char *_Nullable s);
int BN_dec2bn(BIGNUM **_Nullable a, const char *_Nullable s);
int BN_num_bits(const BIGNUM *a);
int BN_cmp(const BIGNUM *_Nullable a, const BIGNUM *_Nullable b);
int BN_ucmp(const BIGNUM *a, const BIGNUM *b);
int BN_is_zero(const BIGNUM *a); int BN_is_one(const BIGNUM *a); int BN_is_odd(const BIGNUM *a);
int BN_is_negative(const BIGNUM *a); int BN_is_bit_set(const BIGNUM *a, int n);
int BN_set_word(BIGNUM *a, unsigned long w); unsigned long BN_get_word(const BIGNUM *a);
int BN_add_word(BIGNUM *a, unsigned long w); int BN_sub_word(BIGNUM *a, unsigned long w);
int BN_mul_word(BIGNUM *a, unsigned long w);
int BN_set_bit(BIGNUM *a, int n); int BN_rand(BIGNUM *a, int bits, int top, int bottom);
int BN_rand_range(BIGNUM *a, const BIGNUM *range);
int BN_add(BIGNUM *r, const BIGNUM *a, const BIGNUM *b);
int BN_sub(BIGNUM *r, const BIGNUM *a, const BIGNUM *b);
int BN_mul(BIGNUM *r, const BIGNUM *a, const BIGNUM *b, BN_CTX *ctx);
int BN_sqr(BIGNUM *r, const BIGNUM *a, BN_CTX *ctx);
int BN_div(BIGNUM *_Nullable q, BIGNUM *_Nullable r, const BIGNUM *a, const BIGNUM *b, BN_CTX *ctx);
int BN_mod_exp(BIGNUM *r, const BIGNUM *a, const BIGNUM *p, const BIGNUM *m, BN_CTX *ctx);
int BN_mod_mul(BIGNUM *r, const BIGNUM *a, const BIGNUM *b, const BIGNUM *m, BN_CTX *ctx);
int BN_gcd(BIGNUM *r, const BIGNUM *a, const BIGNUM *b, BN_CTX *ctx);
int BN_exp(BIGNUM *r, const BIGNUM *a, const BIGNUM *p, BN_CTX *ctx);
int BN_lshift(BIGNUM *r, const BIGNUM *a, int n); int BN_rshift(BIGNUM *r, const BIGNUM *a, int n);
int BN_print_fp(FILE *f, const BIGNUM *a);
int BN_print(BIO *b, const BIGNUM *a);

/* ---- asn1.h ---------------------------------------------------------------------------------- */

SOLE(ASN1_OBJECT);
SOLE(ASN1_TYPE);
typedef struct asn1_string_st ASN1_STRING;
/* These are all of one type to the compiler; each may be released by the name that made it. */
#define ASN1_TEXT(name)                                                                           \
    ASN1_STRING *__own_by(ASN1_STRING_free) _Nullable name##_new(void);                           \
    void name##_free(ASN1_STRING *__own_by(ASN1_STRING_free) _Nullable s)
ASN1_TEXT(ASN1_STRING); ASN1_TEXT(ASN1_INTEGER); ASN1_TEXT(ASN1_ENUMERATED);
ASN1_TEXT(ASN1_BIT_STRING); ASN1_TEXT(ASN1_OCTET_STRING); ASN1_TEXT(ASN1_TIME);
ASN1_TEXT(ASN1_UTCTIME); ASN1_TEXT(ASN1_GENERALIZEDTIME); ASN1_TEXT(ASN1_UTF8STRING);
ASN1_TEXT(ASN1_IA5STRING); ASN1_TEXT(ASN1_PRINTABLESTRING);
ASN1_STRING *__own_by(ASN1_STRING_free) _Nullable ASN1_STRING_dup(const ASN1_STRING *_Nullable s);
ASN1_STRING *__own_by(ASN1_STRING_free) _Nullable ASN1_INTEGER_dup(const ASN1_STRING *_Nullable s);
int ASN1_STRING_length(const ASN1_STRING *s);
int ASN1_STRING_type(const ASN1_STRING *s);
const unsigned char *_Null_unspecified ASN1_STRING_get0_data(const ASN1_STRING *s);
unsigned char *_Null_unspecified ASN1_STRING_data(ASN1_STRING *s);
int ASN1_STRING_set(ASN1_STRING *s, const void *_Nullable p, int n);
int ASN1_STRING_cmp(const ASN1_STRING *a, const ASN1_STRING *b);
int ASN1_STRING_print(BIO *b, const ASN1_STRING *_Nullable s);
int ASN1_STRING_print_ex(BIO *b, const ASN1_STRING *s, unsigned long flags);
int ASN1_STRING_to_UTF8(unsigned char *__own_by(CRYPTO_free) *__inits __when(return >= 0) out,
                        const ASN1_STRING *_Nullable s);
long ASN1_INTEGER_get(const ASN1_STRING *_Nullable a);
int ASN1_INTEGER_set(ASN1_STRING *a, long n);
int ASN1_INTEGER_cmp(const ASN1_STRING *a, const ASN1_STRING *b);
int ASN1_TIME_print(BIO *b, const ASN1_STRING *t);
int ASN1_TIME_check(const ASN1_STRING *t);
int ASN1_TIME_to_tm(const ASN1_STRING *_Nullable t, struct tm *tm);
int ASN1_TIME_diff(int *_Nullable days, int *_Nullable seconds, const ASN1_STRING *_Nullable from,
                   const ASN1_STRING *_Nullable to);
int i2a_ASN1_OBJECT(BIO *b, const ASN1_OBJECT *_Nullable o);
int i2a_ASN1_INTEGER(BIO *b, const ASN1_STRING *_Nullable a);
int OBJ_obj2nid(const ASN1_OBJECT *_Nullable o);
int OBJ_txt2nid(const char *s); int OBJ_sn2nid(const char *s); int OBJ_ln2nid(const char *s);
const char *_Nullable __static OBJ_nid2sn(int nid);
const char *_Nullable __static OBJ_nid2ln(int nid);
ASN1_OBJECT *_Nullable __static OBJ_nid2obj(int nid);
int OBJ_obj2txt(char *_Nullable buf, int n, const ASN1_OBJECT *_Nullable o, int no_name);
OWNED(ASN1_OBJECT) OBJ_txt2obj(const char *s, int no_name);

/* ---- evp.h ----------------------------------------------------------------------------------- */

COUNTED(EVP_PKEY);
NEW(EVP_PKEY);
typedef struct EVP_MD EVP_MD;
typedef struct EVP_CIPHER EVP_CIPHER;
typedef struct ENGINE ENGINE;
typedef struct OSSL_LIB_CTX OSSL_LIB_CTX;
#define ALGORITHM(type, name) const type *__static name(void)
ALGORITHM(EVP_MD, EVP_md5); ALGORITHM(EVP_MD, EVP_sha1); ALGORITHM(EVP_MD, EVP_sha224);
ALGORITHM(EVP_MD, EVP_sha256); ALGORITHM(EVP_MD, EVP_sha384); ALGORITHM(EVP_MD, EVP_sha512);
ALGORITHM(EVP_MD, EVP_sha3_256); ALGORITHM(EVP_MD, EVP_sha3_512); ALGORITHM(EVP_MD, EVP_ripemd160);
ALGORITHM(EVP_MD, EVP_md_null); ALGORITHM(EVP_MD, EVP_blake2b512);
ALGORITHM(EVP_CIPHER, EVP_aes_128_cbc); ALGORITHM(EVP_CIPHER, EVP_aes_192_cbc);
ALGORITHM(EVP_CIPHER, EVP_aes_256_cbc); ALGORITHM(EVP_CIPHER, EVP_aes_128_ecb);
ALGORITHM(EVP_CIPHER, EVP_aes_256_ecb); ALGORITHM(EVP_CIPHER, EVP_aes_128_ctr);
ALGORITHM(EVP_CIPHER, EVP_aes_256_ctr); ALGORITHM(EVP_CIPHER, EVP_aes_128_gcm);
ALGORITHM(EVP_CIPHER, EVP_aes_256_gcm); ALGORITHM(EVP_CIPHER, EVP_chacha20_poly1305);
ALGORITHM(EVP_CIPHER, EVP_des_ede3_cbc); ALGORITHM(EVP_CIPHER, EVP_enc_null);
const EVP_MD *_Nullable __static EVP_get_digestbyname(const char *name);
const EVP_CIPHER *_Nullable __static EVP_get_cipherbyname(const char *name);
EVP_MD *__own_by(EVP_MD_free) _Nullable EVP_MD_fetch(OSSL_LIB_CTX *_Nullable ctx, const char *name,
                                                     const char *_Nullable properties);
void EVP_MD_free(EVP_MD *KEPT _Nullable md);
int EVP_MD_get_size(const EVP_MD *_Nullable md);
int EVP_MD_get_block_size(const EVP_MD *_Nullable md);
int EVP_MD_get_type(const EVP_MD *md);
const char *_Nullable EVP_MD_get0_name(const EVP_MD *_Nullable __lifetimebound md);
SOLE(EVP_MD_CTX);
NEW(EVP_MD_CTX);
int EVP_MD_CTX_reset(EVP_MD_CTX *_Nullable ctx);
int EVP_MD_CTX_copy_ex(EVP_MD_CTX *to, const EVP_MD_CTX *_Nullable from);
int EVP_MD_CTX_copy(EVP_MD_CTX *to, const EVP_MD_CTX *_Nullable from);
void EVP_MD_CTX_set_flags(EVP_MD_CTX *ctx, int flags);
int EVP_DigestInit(EVP_MD_CTX *ctx, const EVP_MD *_Nullable md);
int EVP_DigestInit_ex(EVP_MD_CTX *ctx, const EVP_MD *_Nullable md, ENGINE *_Nullable e);
int EVP_DigestUpdate(EVP_MD_CTX *ctx, const void *_Nullable p, size_t n);
int EVP_DigestFinal(EVP_MD_CTX *ctx, unsigned char *md, unsigned *_Nullable n);
int EVP_DigestFinal_ex(EVP_MD_CTX *ctx, unsigned char *md, unsigned *_Nullable n);
int EVP_Digest(const void *_Nullable p, size_t n, unsigned char *md, unsigned *_Nullable size,
               const EVP_MD *type, ENGINE *_Nullable e);
typedef struct EVP_PKEY_CTX EVP_PKEY_CTX;
void EVP_PKEY_CTX_free(EVP_PKEY_CTX *__own_by(EVP_PKEY_CTX_free) _Nullable ctx);
OWNED(EVP_PKEY_CTX) EVP_PKEY_CTX_new(EVP_PKEY *_Nullable key, ENGINE *_Nullable e);
OWNED(EVP_PKEY_CTX) EVP_PKEY_CTX_new_id(int id, ENGINE *_Nullable e);
OWNED(EVP_PKEY_CTX) EVP_PKEY_CTX_new_from_name(OSSL_LIB_CTX *_Nullable ctx, const char *name,
                                               const char *_Nullable properties);
int EVP_PKEY_keygen_init(EVP_PKEY_CTX *_Nullable ctx);
int EVP_PKEY_keygen(EVP_PKEY_CTX *_Nullable ctx, EVP_PKEY **key);
int EVP_PKEY_derive_init(EVP_PKEY_CTX *_Nullable ctx);
int EVP_PKEY_derive(EVP_PKEY_CTX *_Nullable ctx, unsigned char *_Nullable key, size_t *n);
int EVP_PKEY_sign_init(EVP_PKEY_CTX *_Nullable ctx);
int EVP_PKEY_verify_init(EVP_PKEY_CTX *_Nullable ctx);
int EVP_PKEY_verify(EVP_PKEY_CTX *_Nullable ctx, const unsigned char *sig, size_t sig_size,
                    const unsigned char *p, size_t n);
int EVP_DigestSignInit(EVP_MD_CTX *ctx, EVP_PKEY_CTX **_Nullable key_ctx,
                       const EVP_MD *_Nullable md, ENGINE *_Nullable e, EVP_PKEY *_Nullable key);
int EVP_DigestSign(EVP_MD_CTX *ctx, unsigned char *_Nullable sig, size_t *n,
                   const unsigned char *p, size_t size);
int EVP_DigestSignFinal(EVP_MD_CTX *ctx, unsigned char *_Nullable sig, size_t *n);
int EVP_DigestVerifyInit(EVP_MD_CTX *ctx, EVP_PKEY_CTX **_Nullable key_ctx,
                         const EVP_MD *_Nullable md, ENGINE *_Nullable e, EVP_PKEY *_Nullable key);
int EVP_DigestVerify(EVP_MD_CTX *ctx, const unsigned char *sig, size_t sig_size,
                     const unsigned char *p, size_t n);
int EVP_DigestVerifyFinal(EVP_MD_CTX *ctx, const unsigned char *sig, size_t n);
int EVP_SignFinal(EVP_MD_CTX *ctx, unsigned char *sig, unsigned *n, EVP_PKEY *key);
int EVP_VerifyFinal(EVP_MD_CTX *ctx, const unsigned char *sig, unsigned n, EVP_PKEY *key);
SOLE(EVP_CIPHER_CTX);
NEW(EVP_CIPHER_CTX);
int EVP_CIPHER_CTX_reset(EVP_CIPHER_CTX *_Nullable ctx);
int EVP_CIPHER_CTX_set_padding(EVP_CIPHER_CTX *ctx, int pad);
int EVP_CIPHER_CTX_set_key_length(EVP_CIPHER_CTX *ctx, int n);
int EVP_CIPHER_CTX_ctrl(EVP_CIPHER_CTX *_Nullable ctx, int type, int n, void *_Nullable p);
int EVP_CIPHER_get_key_length(const EVP_CIPHER *cipher);
int EVP_CIPHER_get_iv_length(const EVP_CIPHER *cipher);
int EVP_CIPHER_get_block_size(const EVP_CIPHER *cipher);
#define CRYPT(way)                                                                                \
    int EVP_##way##Init(EVP_CIPHER_CTX *ctx, const EVP_CIPHER *_Nullable cipher,                  \
                        const unsigned char *_Nullable key, const unsigned char *_Nullable iv);   \
    int EVP_##way##Init_ex(EVP_CIPHER_CTX *ctx, const EVP_CIPHER *_Nullable cipher,               \
                           ENGINE *_Nullable e, const unsigned char *_Nullable key,               \
                           const unsigned char *_Nullable iv);                                    \
    int EVP_##way##Update(EVP_CIPHER_CTX *ctx, unsigned char *_Nullable out, int *n,              \
                          const unsigned char *_Nullable in, int size);                           \
    int EVP_##way##Final(EVP_CIPHER_CTX *ctx, unsigned char *out, int *n);                        \
    int EVP_##way##Final_ex(EVP_CIPHER_CTX *ctx, unsigned char *out, int *n)
CRYPT(Encrypt); CRYPT(Decrypt);
int EVP_CipherInit_ex(EVP_CIPHER_CTX *ctx, const EVP_CIPHER *_Nullable cipher, ENGINE *_Nullable e,
                      const unsigned char *_Nullable key, const unsigned char *_Nullable iv,
                      int encrypt);
int EVP_CipherUpdate(EVP_CIPHER_CTX *ctx, unsigned char *_Nullable out, int *n,
                     const unsigned char *_Nullable in, int size);
int EVP_CipherFinal_ex(EVP_CIPHER_CTX *ctx, unsigned char *out, int *n);
int EVP_BytesToKey(const EVP_CIPHER *cipher, const EVP_MD *md, const unsigned char *_Nullable salt,
                   const unsigned char *_Nullable p, int n, int count, unsigned char *_Nullable key,
                   unsigned char *_Nullable iv);
int EVP_EncodeBlock(unsigned char *out, const unsigned char *in, int n);
int EVP_DecodeBlock(unsigned char *out, const unsigned char *in, int n);
int PKCS5_PBKDF2_HMAC(const char *_Nullable pass, int pass_size,
                      const unsigned char *_Nullable salt, int salt_size,
                      int rounds, const EVP_MD *md, int n, unsigned char *out);
int EVP_PKEY_get_id(const EVP_PKEY *key);
int EVP_PKEY_get_base_id(const EVP_PKEY *key);
int EVP_PKEY_get_bits(const EVP_PKEY *_Nullable key);
int EVP_PKEY_get_size(const EVP_PKEY *_Nullable key);
int EVP_PKEY_copy_parameters(EVP_PKEY *to, const EVP_PKEY *from);
int EVP_PKEY_eq(const EVP_PKEY *_Nullable a, const EVP_PKEY *_Nullable b);
/* The key takes over what is assigned. */
int EVP_PKEY_assign(EVP_PKEY *_Nullable key, int type, void *_Nullable KEPT p);
int EVP_PKEY_get_bn_param(const EVP_PKEY *key, const char *name, BIGNUM **out);
unsigned char *_Nullable HMAC(const EVP_MD *md, const void *_Nullable key, int key_size,
                              const unsigned char *_Nullable p, size_t n,
                              unsigned char *_Nullable RETURNED out, unsigned *_Nullable size);
SOLE(HMAC_CTX);
NEW(HMAC_CTX);
int HMAC_Init_ex(HMAC_CTX *ctx, const void *_Nullable key, int n, const EVP_MD *_Nullable md,
                 ENGINE *_Nullable e);
int HMAC_Update(HMAC_CTX *ctx, const unsigned char *_Nullable p, size_t n);
int HMAC_Final(HMAC_CTX *ctx, unsigned char *md, unsigned *_Nullable n);

/* One-shot digests: into static memory where there is no buffer. */
#define HASH(name, ctx)                                                                           \
    typedef struct ctx ctx;                                                                       \
    int name##_Init(ctx *__inits c);                                                              \
    int name##_Update(ctx *c, const void *_Nullable p, size_t n);                                 \
    int name##_Final(unsigned char *md, ctx *c);                                                  \
    unsigned char *name(const unsigned char *_Nullable p, size_t n,                               \
                        unsigned char *_Nullable RETURNED md)
HASH(MD5, MD5_CTX); HASH(SHA1, SHA_CTX); HASH(SHA256, SHA256_CTX); HASH(SHA512, SHA512_CTX);
int SHA224_Init(SHA256_CTX *__inits c);
int SHA224_Update(SHA256_CTX *c, const void *_Nullable p, size_t n);
int SHA224_Final(unsigned char *md, SHA256_CTX *c);
int SHA384_Init(SHA512_CTX *__inits c);
int SHA384_Update(SHA512_CTX *c, const void *_Nullable p, size_t n);
int SHA384_Final(unsigned char *md, SHA512_CTX *c);
unsigned char *SHA224(const unsigned char *_Nullable p, size_t n,
                      unsigned char *_Nullable RETURNED md);
unsigned char *SHA384(const unsigned char *_Nullable p, size_t n,
                      unsigned char *_Nullable RETURNED md);

/* ---- rsa.h, ec.h, dh.h ----------------------------------------------------------------------- */

COUNTED(RSA); NEW(RSA);
COUNTED(DSA); NEW(DSA);
COUNTED(DH); NEW(DH);
COUNTED(EC_KEY); NEW(EC_KEY);
SOLE(EC_GROUP);
SOLE(EC_POINT);
OWNED(EC_KEY) EC_KEY_new_by_curve_name(int nid);
OWNED(EC_GROUP) EC_GROUP_new_by_curve_name(int nid);
OWNED(EC_POINT) EC_POINT_new(const EC_GROUP *_Nullable group);
int EC_KEY_generate_key(EC_KEY *_Nullable key);
const EC_GROUP *_Null_unspecified EC_KEY_get0_group(const EC_KEY *key);
const EC_POINT *_Null_unspecified EC_KEY_get0_public_key(const EC_KEY *key);
const BIGNUM *_Null_unspecified EC_KEY_get0_private_key(const EC_KEY *key);
int RSA_generate_key_ex(RSA *rsa, int bits, BIGNUM *e, BN_GENCB *_Nullable cb);
int RSA_size(const RSA *rsa);
int RSA_bits(const RSA *rsa);
int RSA_set0_key(RSA *rsa, BIGNUM *_Nullable KEPT n, BIGNUM *_Nullable KEPT e,
                 BIGNUM *_Nullable KEPT d);
int RSA_public_encrypt(int n, const unsigned char *from, unsigned char *to, RSA *rsa, int padding);
int RSA_private_decrypt(int n, const unsigned char *from, unsigned char *to, RSA *rsa, int padding);
int RSA_private_encrypt(int n, const unsigned char *from, unsigned char *to, RSA *rsa, int padding);
int RSA_public_decrypt(int n, const unsigned char *from, unsigned char *to, RSA *rsa, int padding);
int RSA_sign(int type, const unsigned char *m, unsigned n, unsigned char *sig, unsigned *size,
             RSA *rsa);
int RSA_verify(int type, const unsigned char *m, unsigned n, const unsigned char *sig,
               unsigned size, RSA *rsa);
OWNED(RSA) EVP_PKEY_get1_RSA(EVP_PKEY *key);
OWNED(EC_KEY) EVP_PKEY_get1_EC_KEY(EVP_PKEY *key);
int EVP_PKEY_set1_RSA(EVP_PKEY *key, RSA *rsa);

/* ---- x509.h, x509v3.h, pem.h, pkcs12.h ------------------------------------------------------- */

COUNTED(X509); NEW(X509); D2I(X509);
COUNTED(X509_CRL); NEW(X509_CRL); D2I(X509_CRL);
COUNTED(X509_STORE); NEW(X509_STORE);
SOLE(X509_REQ); NEW(X509_REQ); D2I(X509_REQ);
SOLE(X509_NAME); NEW(X509_NAME);
SOLE(X509_NAME_ENTRY);
SOLE(X509_EXTENSION);
SOLE(X509_PUBKEY);
SOLE(X509_STORE_CTX); NEW(X509_STORE_CTX);
SOLE(X509_INFO);
SOLE(PKCS12);
SOLE(PKCS7);
SOLE(GENERAL_NAME);
typedef struct X509_LOOKUP X509_LOOKUP;
typedef struct X509_LOOKUP_METHOD X509_LOOKUP_METHOD;
typedef struct X509_VERIFY_PARAM X509_VERIFY_PARAM;
typedef int pem_password_cb(char *buf, int n, int rw, void *u);
OWNED(X509) X509_dup(const X509 *_Nullable x);
X509_NAME *_Null_unspecified X509_get_subject_name(const X509 *x);
X509_NAME *_Null_unspecified X509_get_issuer_name(const X509 *x);
int X509_set_subject_name(X509 *_Nullable x, const X509_NAME *_Nullable name);
int X509_set_issuer_name(X509 *_Nullable x, const X509_NAME *_Nullable name);
OWNED(EVP_PKEY) X509_get_pubkey(X509 *_Nullable x);
EVP_PKEY *_Null_unspecified X509_get0_pubkey(const X509 *_Nullable x);
int X509_set_pubkey(X509 *_Nullable x, EVP_PKEY *_Nullable key);
X509_PUBKEY *_Null_unspecified X509_get_X509_PUBKEY(const X509 *x);
ASN1_STRING *_Null_unspecified X509_get_serialNumber(X509 *x);
const ASN1_STRING *_Null_unspecified X509_get0_serialNumber(const X509 *_Nullable x);
const ASN1_STRING *_Null_unspecified X509_get0_notBefore(const X509 *x);
const ASN1_STRING *_Null_unspecified X509_get0_notAfter(const X509 *x);
ASN1_STRING *_Null_unspecified X509_getm_notBefore(const X509 *x);
ASN1_STRING *_Null_unspecified X509_getm_notAfter(const X509 *x);
long X509_get_version(const X509 *x);
int X509_set_version(X509 *_Nullable x, long version);
int X509_cmp(const X509 *a, const X509 *b);
int X509_check_issued(X509 *issuer, X509 *subject);
int X509_check_private_key(const X509 *x, const EVP_PKEY *_Nullable key);
int X509_check_host(X509 *x, const char *_Nullable s, size_t n, unsigned flags,
                    char **_Nullable peer);
int X509_check_ip_asc(X509 *x, const char *_Nullable s, unsigned flags);
int X509_digest(const X509 *x, const EVP_MD *md, unsigned char *out, unsigned *_Nullable n);
int X509_sign(X509 *x, EVP_PKEY *key, const EVP_MD *_Nullable md);
int X509_verify(X509 *x, EVP_PKEY *_Nullable key);
int X509_print_fp(FILE *f, X509 *x);
int X509_print(BIO *b, X509 *x);
int X509_NAME_entry_count(const X509_NAME *_Nullable name);
int X509_NAME_get_text_by_NID(const X509_NAME *_Nullable name, int nid, char *_Nullable buf, int n);
int X509_NAME_get_index_by_NID(const X509_NAME *_Nullable name, int nid, int last);
X509_NAME_ENTRY *_Nullable X509_NAME_get_entry(const X509_NAME *_Nullable name, int i);
ASN1_STRING *_Null_unspecified X509_NAME_ENTRY_get_data(const X509_NAME_ENTRY *_Nullable e);
ASN1_OBJECT *_Null_unspecified X509_NAME_ENTRY_get_object(const X509_NAME_ENTRY *_Nullable e);
/* In the buffer, or in memory of its own where there is none. */
char *__own_by(CRYPTO_free) __when(buf == NULL) _Nullable
X509_NAME_oneline(const X509_NAME *_Nullable name, char *_Nullable RETURNED buf, int n);
int X509_NAME_print_ex(BIO *b, const X509_NAME *_Nullable name, int indent, unsigned long flags);
int X509_NAME_add_entry_by_txt(X509_NAME *name, const char *field, int type,
                               const unsigned char *p, int n, int where, int set);
int X509_NAME_cmp(const X509_NAME *_Nullable a, const X509_NAME *_Nullable b);
void *_Nullable X509_get_ext_d2i(const X509 *x, int nid, int *_Nullable critical,
                                 int *_Nullable i);
int X509_get_ext_count(const X509 *x);
X509_EXTENSION *_Null_unspecified X509_get_ext(const X509 *x, int i);
int X509_get_ext_by_NID(const X509 *x, int nid, int last);
ASN1_OBJECT *_Null_unspecified X509_EXTENSION_get_object(X509_EXTENSION *_Nullable e);
ASN1_STRING *_Null_unspecified X509_EXTENSION_get_data(X509_EXTENSION *_Nullable e);
int X509V3_EXT_print(BIO *b, X509_EXTENSION *e, unsigned long flags, int indent);
/* The store takes references of its own. */
int X509_STORE_add_cert(X509_STORE *_Nullable store, X509 *_Nullable x);
int X509_STORE_add_crl(X509_STORE *_Nullable store, X509_CRL *_Nullable crl);
int X509_STORE_set_flags(X509_STORE *store, unsigned long flags);
int X509_STORE_set_default_paths(X509_STORE *store);
int X509_STORE_load_locations(X509_STORE *store, const char *_Nullable file,
                              const char *_Nullable dir);
int X509_STORE_load_file(X509_STORE *store, const char *_Nullable file);
int X509_STORE_load_path(X509_STORE *store, const char *_Nullable dir);
X509_LOOKUP *_Nullable X509_STORE_add_lookup(X509_STORE *__lifetimebound store,
                                             const X509_LOOKUP_METHOD *method);
const X509_LOOKUP_METHOD *__static X509_LOOKUP_file(void);
const X509_LOOKUP_METHOD *__static X509_LOOKUP_hash_dir(void);
int X509_load_crl_file(X509_LOOKUP *lookup, const char *_Nullable file, int type);
int X509_STORE_CTX_init(X509_STORE_CTX *ctx, X509_STORE *_Nullable KEPT store,
                        X509 *_Nullable KEPT x, void *_Nullable KEPT chain);
void X509_STORE_CTX_cleanup(X509_STORE_CTX *ctx);
int X509_STORE_CTX_get_error(const X509_STORE_CTX *ctx);
void X509_STORE_CTX_set_error(X509_STORE_CTX *ctx, int error);
int X509_STORE_CTX_get_error_depth(const X509_STORE_CTX *ctx);
X509 *_Null_unspecified X509_STORE_CTX_get_current_cert(const X509_STORE_CTX *ctx);
X509 *_Null_unspecified X509_STORE_CTX_get0_cert(const X509_STORE_CTX *ctx);
void *_Null_unspecified X509_STORE_CTX_get_ex_data(const X509_STORE_CTX *ctx, int i);
int X509_verify_cert(X509_STORE_CTX *_Nullable ctx);
const char *__static X509_verify_cert_error_string(long n);
#define PEM(type, name)                                                                           \
    FRESH_IF_NO(type) PEM_read_bio_##name(BIO *b, type **_Nullable out,                           \
                                          pem_password_cb *_Nullable cb, void *_Nullable u);      \
    FRESH_IF_NO(type) PEM_read_##name(FILE *f, type **_Nullable out,                              \
                                      pem_password_cb *_Nullable cb, void *_Nullable u)
PEM(X509, X509); PEM(X509, X509_AUX); PEM(X509_CRL, X509_CRL); PEM(X509_REQ, X509_REQ);
PEM(EVP_PKEY, PrivateKey); PEM(EVP_PKEY, PUBKEY); PEM(RSA, RSAPrivateKey); PEM(RSA, RSA_PUBKEY);
PEM(EC_KEY, ECPrivateKey); PEM(DH, DHparams); PEM(PKCS7, PKCS7);
OWNED(EVP_PKEY) PEM_read_bio_Parameters(BIO *b, EVP_PKEY **_Nullable out);
int PEM_write_bio_X509(BIO *b, const X509 *x);
int PEM_write_X509(FILE *f, const X509 *x);
int PEM_write_bio_PUBKEY(BIO *b, const EVP_PKEY *x);
int PEM_write_PUBKEY(FILE *f, const EVP_PKEY *x);
int PEM_write_bio_PrivateKey(BIO *b, const EVP_PKEY *x, const EVP_CIPHER *_Nullable cipher,
                             const unsigned char *_Nullable pass, int n,
                             pem_password_cb *_Nullable cb, void *_Nullable u);
int PEM_write_PrivateKey(FILE *f, const EVP_PKEY *x, const EVP_CIPHER *_Nullable cipher,
                         const unsigned char *_Nullable pass, int n, pem_password_cb *_Nullable cb,
                         void *_Nullable u);
FRESH_IF_NO(X509) d2i_X509_bio(BIO *b, X509 **_Nullable out);
FRESH_IF_NO(EVP_PKEY) d2i_PrivateKey_bio(BIO *b, EVP_PKEY **_Nullable out);
FRESH_IF_NO(PKCS12) d2i_PKCS12_bio(BIO *b, PKCS12 **_Nullable out);
FRESH_IF_NO(PKCS12) d2i_PKCS12_fp(FILE *f, PKCS12 **_Nullable out);
FRESH_IF_NO(EVP_PKEY) d2i_PrivateKey(int type, EVP_PKEY **_Nullable out, const unsigned char **in,
                                     long n);
FRESH_IF_NO(EVP_PKEY) d2i_AutoPrivateKey(EVP_PKEY **_Nullable out, const unsigned char **in,
                                         long n);
FRESH_IF_NO(EVP_PKEY) d2i_PUBKEY(EVP_PKEY **_Nullable out, const unsigned char **in, long n);
int i2d_PUBKEY(const EVP_PKEY *_Nullable key, unsigned char **_Nullable out);
int i2d_X509_PUBKEY(const X509_PUBKEY *_Nullable key, unsigned char **_Nullable out);
int PKCS12_parse(PKCS12 *_Nullable p, const char *_Nullable pass,
                 EVP_PKEY *__own_by(EVP_PKEY_free) *_Nullable __inits __when(return != 0) key,
                 X509 *__own_by(X509_free) *_Nullable __inits __when(return != 0) x,
                 void *_Nullable chain);
void PKCS12_PBE_add(void);

/* ---- ssl.h ----------------------------------------------------------------------------------- */

COUNTED(SSL_CTX);
COUNTED(SSL_SESSION);
typedef struct SSL SSL;
typedef struct SSL_METHOD SSL_METHOD;
typedef struct SSL_CIPHER SSL_CIPHER;
const SSL_METHOD *__static TLS_method(void);
const SSL_METHOD *__static TLS_client_method(void);
const SSL_METHOD *__static TLS_server_method(void);
const SSL_METHOD *__static DTLS_method(void);
const SSL_METHOD *__static DTLS_client_method(void);
const SSL_METHOD *__static DTLS_server_method(void);
OWNED(SSL_CTX) SSL_CTX_new(const SSL_METHOD *_Nullable method);
__UINT64_TYPE__ SSL_CTX_set_options(SSL_CTX *ctx, __UINT64_TYPE__ options);
__UINT64_TYPE__ SSL_CTX_clear_options(SSL_CTX *ctx, __UINT64_TYPE__ options);
__UINT64_TYPE__ SSL_CTX_get_options(const SSL_CTX *ctx);
long SSL_CTX_ctrl(SSL_CTX *_Nullable ctx, int command, long n, void *_Nullable KEPT p);
long SSL_CTX_callback_ctrl(SSL_CTX *ctx, int command, void (*f)(void));
int SSL_CTX_set_cipher_list(SSL_CTX *ctx, const char *s);
int SSL_CTX_set_ciphersuites(SSL_CTX *ctx, const char *s);
int SSL_CTX_set_alpn_protos(SSL_CTX *ctx, const unsigned char *_Nullable p, unsigned n);
void SSL_CTX_set_verify(SSL_CTX *ctx, int mode, int (*_Nullable f)(int, X509_STORE_CTX *));
void SSL_CTX_set_verify_depth(SSL_CTX *ctx, int depth);
int SSL_CTX_set_default_verify_paths(SSL_CTX *ctx);
int SSL_CTX_load_verify_locations(SSL_CTX *ctx, const char *_Nullable file,
                                  const char *_Nullable dir);
/* The certificate and the key are shared; the store is taken over. */
int SSL_CTX_use_certificate(SSL_CTX *ctx, X509 *_Nullable x);
int SSL_CTX_use_certificate_file(SSL_CTX *ctx, const char *file, int type);
int SSL_CTX_use_certificate_chain_file(SSL_CTX *ctx, const char *file);
int SSL_CTX_use_PrivateKey(SSL_CTX *ctx, EVP_PKEY *_Nullable key);
int SSL_CTX_use_PrivateKey_file(SSL_CTX *ctx, const char *file, int type);
int SSL_CTX_check_private_key(const SSL_CTX *_Nullable ctx);
X509_STORE *_Null_unspecified SSL_CTX_get_cert_store(const SSL_CTX *ctx);
void SSL_CTX_set_cert_store(SSL_CTX *ctx, X509_STORE *_Nullable KEPT store);
X509 *_Nullable SSL_CTX_get0_certificate(const SSL_CTX *ctx);
int SSL_CTX_add_client_CA(SSL_CTX *ctx, X509 *x);
void SSL_CTX_set_client_CA_list(SSL_CTX *ctx, void *_Nullable KEPT list);
int SSL_CTX_set0_tmp_dh_pkey(SSL_CTX *ctx, EVP_PKEY *_Nullable KEPT key);
void SSL_CTX_set_default_passwd_cb(SSL_CTX *ctx, pem_password_cb *_Nullable cb);
void SSL_CTX_set_default_passwd_cb_userdata(SSL_CTX *ctx, void *_Nullable KEPT u);
int SSL_CTX_set_session_id_context(SSL_CTX *ctx, const unsigned char *p, unsigned n);
long SSL_CTX_set_timeout(SSL_CTX *_Nullable ctx, long t);
void SSL_CTX_set_post_handshake_auth(SSL_CTX *ctx, int on);
int SSL_CTX_set_ex_data(SSL_CTX *ctx, int i, void *_Nullable KEPT p);
void *_Null_unspecified SSL_CTX_get_ex_data(const SSL_CTX *ctx, int i);
void SSL_free(SSL *__own_by(SSL_free) _Nullable ssl);
OWNED(SSL) SSL_new(SSL_CTX *_Nullable ctx);
int SSL_up_ref(SSL *KEPT ssl);
int SSL_clear(SSL *_Nullable ssl);
int SSL_set_fd(SSL *ssl, int fd);
int SSL_set_rfd(SSL *ssl, int fd); int SSL_set_wfd(SSL *ssl, int fd);
int SSL_get_fd(const SSL *ssl); int SSL_get_rfd(const SSL *ssl); int SSL_get_wfd(const SSL *ssl);
void SSL_set_bio(SSL *ssl, BIO *_Nullable KEPT in, BIO *_Nullable KEPT out);
void SSL_set0_rbio(SSL *ssl, BIO *_Nullable KEPT in);
void SSL_set0_wbio(SSL *ssl, BIO *_Nullable KEPT out);
BIO *_Nullable SSL_get_rbio(const SSL *ssl);
BIO *_Nullable SSL_get_wbio(const SSL *ssl);
int SSL_connect(SSL *ssl); int SSL_accept(SSL *ssl); int SSL_do_handshake(SSL *ssl);
int SSL_shutdown(SSL *ssl); int SSL_get_shutdown(const SSL *ssl);
void SSL_set_shutdown(SSL *ssl, int mode);
void SSL_set_connect_state(SSL *ssl); void SSL_set_accept_state(SSL *ssl);
OUTSIDE int SSL_read(SSL *ssl, void *buf, int n);
OUTSIDE int SSL_read_ex(SSL *ssl, void *buf, size_t n, size_t *got);
OUTSIDE int SSL_peek(SSL *ssl, void *buf, int n);
int SSL_write(SSL *ssl, const void *_Nullable p, int n);
int SSL_write_ex(SSL *ssl, const void *_Nullable p, size_t n, size_t *wrote);
int SSL_pending(const SSL *ssl); int SSL_has_pending(const SSL *ssl);
int SSL_get_error(const SSL *ssl, int result);
int SSL_want(const SSL *ssl);
long SSL_ctrl(SSL *ssl, int command, long n, void *_Nullable KEPT p);
long SSL_get_verify_result(const SSL *ssl);
void SSL_set_verify(SSL *ssl, int mode, int (*_Nullable f)(int, X509_STORE_CTX *));
int SSL_set1_host(SSL *ssl, const char *_Nullable host);
OWNED(X509) SSL_get1_peer_certificate(const SSL *_Nullable ssl);
OWNED(X509) SSL_get_peer_certificate(const SSL *_Nullable ssl);
X509 *_Nullable SSL_get0_peer_certificate(const SSL *_Nullable ssl);
X509 *_Nullable SSL_get_certificate(const SSL *ssl);
EVP_PKEY *_Nullable SSL_get_privatekey(const SSL *ssl);
OWNED(SSL_SESSION) SSL_get1_session(SSL *ssl);
SSL_SESSION *_Nullable SSL_get_session(const SSL *ssl);
int SSL_set_session(SSL *ssl, SSL_SESSION *_Nullable session);
int SSL_session_reused(const SSL *ssl);
const char *__static SSL_get_version(const SSL *ssl);
const SSL_CIPHER *_Nullable __static SSL_get_current_cipher(const SSL *ssl);
const char *__static SSL_CIPHER_get_name(const SSL_CIPHER *_Nullable cipher);
const char *_Nullable SSL_get_servername(const SSL *_Nullable ssl, int type);
void SSL_get0_alpn_selected(const SSL *ssl, const unsigned char **p, unsigned *n);
SSL_CTX *_Null_unspecified SSL_get_SSL_CTX(const SSL *ssl);
SSL_CTX *_Null_unspecified SSL_set_SSL_CTX(SSL *ssl, SSL_CTX *_Nullable ctx);
int SSL_set_ex_data(SSL *ssl, int i, void *_Nullable KEPT p);
void *_Null_unspecified SSL_get_ex_data(const SSL *ssl, int i);
int SSL_get_ex_data_X509_STORE_CTX_idx(void);
const char *__static SSL_state_string_long(const SSL *ssl);
const char *__static SSL_alert_type_string_long(int n);
const char *__static SSL_alert_desc_string_long(int n);
int SSL_use_certificate_file(SSL *ssl, const char *file, int type);
int SSL_use_PrivateKey_file(SSL *ssl, const char *file, int type);
