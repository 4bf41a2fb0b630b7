/* models/pcre2.h - what PCRE2 (8-bit) does.
 *
 * What comes in: nothing; Corten reads this file as a unit of its own, which sees no header but
 * corten.h. What goes out: a contract for each function by its linker's name.
 * How to read a model stands in models/libc.h. */
#include <corten.h>

#ifdef __CORTEN__
#define OUTSIDE __attribute__((corten_outside))
#else
#define OUTSIDE
#endif
#define KEPT __captured_by(program)

typedef __SIZE_TYPE__ size_t;
typedef __UINT32_TYPE__ uint32_t;
typedef const unsigned char *PCRE2_SPTR8;
typedef struct pcre2_real_code_8 pcre2_code_8;
typedef struct pcre2_real_match_data_8 pcre2_match_data_8;
typedef struct pcre2_real_general_context_8 pcre2_general_context_8;
typedef struct pcre2_real_compile_context_8 pcre2_compile_context_8;
typedef struct pcre2_real_match_context_8 pcre2_match_context_8;
typedef struct pcre2_real_jit_stack_8 pcre2_jit_stack_8;
#define OWNED(type, release) type *__own_by(release) _Nullable
/* Null only where the allocator of the general context gives null, which may never do that. */
#define MADE(type, release) type *__own_by(release) _Null_unspecified
#define FREE(type, release) void release(OWNED(type, release) x)
FREE(pcre2_code_8, pcre2_code_free_8);
FREE(pcre2_match_data_8, pcre2_match_data_free_8);
FREE(pcre2_general_context_8, pcre2_general_context_free_8);
FREE(pcre2_compile_context_8, pcre2_compile_context_free_8);
FREE(pcre2_match_context_8, pcre2_match_context_free_8);
FREE(pcre2_jit_stack_8, pcre2_jit_stack_free_8);
OWNED(pcre2_code_8, pcre2_code_free_8)
pcre2_compile_8(PCRE2_SPTR8 pattern, size_t n, uint32_t options, int *error, size_t *at,
                pcre2_compile_context_8 *_Nullable c);
OWNED(pcre2_code_8, pcre2_code_free_8) pcre2_code_copy_8(const pcre2_code_8 *_Nullable code);
int pcre2_match_8(const pcre2_code_8 *_Nullable code, PCRE2_SPTR8 _Nullable s, size_t n,
                  size_t start, uint32_t options, pcre2_match_data_8 *_Nullable data,
                  pcre2_match_context_8 *_Nullable c);
int pcre2_jit_match_8(const pcre2_code_8 *_Nullable code, PCRE2_SPTR8 _Nullable s, size_t n,
                      size_t start, uint32_t options, pcre2_match_data_8 *_Nullable data,
                      pcre2_match_context_8 *_Nullable c);
int pcre2_jit_compile_8(pcre2_code_8 *_Nullable code, uint32_t options);
MADE(pcre2_match_data_8, pcre2_match_data_free_8)
pcre2_match_data_create_8(uint32_t n, pcre2_general_context_8 *_Nullable c);
MADE(pcre2_match_data_8, pcre2_match_data_free_8)
pcre2_match_data_create_from_pattern_8(const pcre2_code_8 *_Nullable code,
                                       pcre2_general_context_8 *_Nullable c);
size_t *pcre2_get_ovector_pointer_8(pcre2_match_data_8 *__lifetimebound data);
uint32_t pcre2_get_ovector_count_8(pcre2_match_data_8 *data);
size_t pcre2_get_startchar_8(pcre2_match_data_8 *data);
int pcre2_get_error_message_8(int error, unsigned char *buf, size_t n);
int pcre2_pattern_info_8(const pcre2_code_8 *_Nullable code, uint32_t what, void *_Nullable out);
int pcre2_config_8(uint32_t what, void *_Nullable out);
OWNED(pcre2_general_context_8, pcre2_general_context_free_8)
pcre2_general_context_create_8(void *(*_Nullable make)(size_t, void *),
                               void (*_Nullable release)(void *, void *), void *_Nullable KEPT u);
MADE(pcre2_compile_context_8, pcre2_compile_context_free_8)
pcre2_compile_context_create_8(pcre2_general_context_8 *_Nullable c);
MADE(pcre2_match_context_8, pcre2_match_context_free_8)
pcre2_match_context_create_8(pcre2_general_context_8 *_Nullable c);
int pcre2_set_character_tables_8(pcre2_compile_context_8 *c, const unsigned char *_Nullable KEPT t);
int pcre2_set_compile_extra_options_8(pcre2_compile_context_8 *c, uint32_t options);
int pcre2_set_match_limit_8(pcre2_match_context_8 *c, uint32_t n);
int pcre2_set_depth_limit_8(pcre2_match_context_8 *c, uint32_t n);
const unsigned char *__own_by(pcre2_maketables_free_8) _Nullable
pcre2_maketables_8(pcre2_general_context_8 *_Nullable c);
void pcre2_maketables_free_8(pcre2_general_context_8 *_Nullable c,
                             const unsigned char *__own_by(pcre2_maketables_free_8) _Nullable t);
MADE(pcre2_jit_stack_8, pcre2_jit_stack_free_8)
pcre2_jit_stack_create_8(size_t start, size_t max, pcre2_general_context_8 *_Nullable c);
void pcre2_jit_stack_assign_8(pcre2_match_context_8 *_Nullable c,
                              pcre2_jit_stack_8 *(*_Nullable f)(void *), void *_Nullable KEPT u);
int pcre2_substring_get_bynumber_8(pcre2_match_data_8 *data, uint32_t n,
                                   unsigned char *__own_by(pcre2_substring_free_8)
                                   *__inits __when(return == 0) out, size_t *size);
void pcre2_substring_free_8(unsigned char *__own_by(pcre2_substring_free_8) _Nullable s);
