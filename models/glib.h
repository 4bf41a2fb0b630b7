/* models/glib.h - what GLib and GObject do, the common part.
 *
 * What comes in: nothing; Corten reads this file as a unit of its own, which sees no header but
 * corten.h. What goes out: a contract for each function by its linker's name.
 * How to read a model stands in models/libc.h.
 *
 *     char *__own_by(g_free) g_strdup_printf(const char *format, ...);    never null: GLib aborts
 *
 * Objects that are counted (g_object_ref, g_hash_table_ref) are owned when they are made; what
 * gives back one owner says nothing of the object afterwards (KEPT). Lists have no owner here:
 * each call may make the head another one. Keys, values, elements and user data are kept.
 * A GError ** is null, or a place that an error may be put into. */
#include <corten.h>

#ifdef __CORTEN__
#define OUTSIDE __attribute__((corten_outside))
#define RETURNED __attribute__((corten_returned))
#define BUILTIN(name) __attribute__((corten_builtin(name)))
#else
#define OUTSIDE
#define RETURNED
#define BUILTIN(name)
#endif
#define NORETURN __attribute__((noreturn))
#define PRINTF(f, a) __attribute__((format(printf, f, a)))
#define KEPT __captured_by(program)
#define G_OWN __own_by(g_free)
#define G_TEXT char *__own_by(g_free)

typedef __SIZE_TYPE__ gsize;
typedef __INTPTR_TYPE__ gssize;
typedef int gboolean;
typedef unsigned guint;
typedef unsigned gunichar;
typedef __UINT32_TYPE__ guint32;
typedef __INT64_TYPE__ gint64;
typedef __UINT64_TYPE__ guint64;
typedef guint32 GQuark;
typedef gsize GType;
typedef __builtin_va_list va_list;
typedef void GFunc(void *data, void *user);
typedef void GDestroyNotify(void *data);
typedef int GCompareFunc(const void *a, const void *b);
typedef int GCompareDataFunc(const void *a, const void *b, void *user);
typedef gboolean GSourceFunc(void *user);
typedef guint GHashFunc(const void *key);
typedef gboolean GEqualFunc(const void *a, const void *b);
typedef void GHFunc(void *key, void *value, void *user);
typedef struct GError GError;

/* ---- memory: only the functions with `try` in their name give null, but for size 0 ----------- */

void *G_OWN g_malloc(gsize n) BUILTIN("g_malloc");
void *G_OWN g_malloc0(gsize n) BUILTIN("g_malloc0");
void *G_OWN g_malloc_n(gsize count, gsize n) BUILTIN("g_malloc");
void *G_OWN g_malloc0_n(gsize count, gsize n) BUILTIN("g_malloc0");
void *G_OWN g_realloc(void *G_OWN _Nullable p, gsize n) BUILTIN("g_realloc");
void *G_OWN g_realloc_n(void *G_OWN _Nullable p, gsize count, gsize n) BUILTIN("g_realloc");
void *G_OWN _Nullable g_try_malloc(gsize n);
void *G_OWN _Nullable g_try_malloc0(gsize n);
void *G_OWN _Nullable g_try_malloc_n(gsize count, gsize n);
void *G_OWN _Nullable g_try_malloc0_n(gsize count, gsize n);
void *G_OWN _Nullable g_try_realloc(void *G_OWN __when(return != NULL) _Nullable p, gsize n);
void *G_OWN _Nullable g_try_realloc_n(void *G_OWN __when(return != NULL) _Nullable p, gsize count,
                                      gsize n);
void g_free(void *G_OWN _Nullable p);
void g_free_sized(void *G_OWN _Nullable p, gsize n);
void *G_OWN g_memdup(const void *_Nullable p, guint n);
void *G_OWN g_memdup2(const void *_Nullable p, gsize n);
void *G_OWN g_aligned_alloc0(gsize count, gsize n, gsize align);
void *__own_by(g_slice_free1) g_slice_alloc(gsize n);
void *__own_by(g_slice_free1) g_slice_alloc0(gsize n);
void *__own_by(g_slice_free1) g_slice_copy(gsize n, const void *p);
void g_slice_free1(gsize n, void *__own_by(g_slice_free1) _Nullable p);

/* ---- strings --------------------------------------------------------------------------------- */

/* Null only for null. */
G_TEXT g_strdup(const char *_Nullable s);
G_TEXT g_strndup(const char *_Nullable s, gsize n);
G_TEXT g_strnfill(gsize n, char c);
G_TEXT g_strdup_printf(const char *format, ...) PRINTF(1, 2);
G_TEXT g_strdup_vprintf(const char *format, va_list ap) PRINTF(1, 0);
int g_vasprintf(char *G_OWN *__inits out, const char *format, va_list ap) PRINTF(2, 0);
int g_asprintf(char *G_OWN *__inits out, const char *format, ...) PRINTF(2, 3);
G_TEXT g_strconcat(const char *_Nullable s, ...);
G_TEXT g_strjoin(const char *_Nullable separator, ...);
G_TEXT g_strjoinv(const char *_Nullable separator, char **list);
G_TEXT g_strescape(const char *s, const char *_Nullable exceptions);
G_TEXT g_strcompress(const char *s);
G_TEXT g_ascii_strdown(const char *s, gssize n);
G_TEXT g_ascii_strup(const char *s, gssize n);
G_TEXT g_utf8_strdown(const char *s, gssize n);
G_TEXT g_utf8_strup(const char *s, gssize n);
G_TEXT g_utf8_casefold(const char *s, gssize n);
G_TEXT g_utf8_substring(const char *s, long start, long end);
G_TEXT g_utf8_make_valid(const char *s, gssize n);
G_TEXT g_markup_escape_text(const char *s, gssize n);
G_TEXT g_markup_printf_escaped(const char *format, ...) PRINTF(1, 2);
G_TEXT g_uri_escape_string(const char *s, const char *_Nullable allowed, gboolean utf8);
G_TEXT _Nullable g_uri_unescape_string(const char *s, const char *_Nullable illegal);
G_TEXT g_shell_quote(const char *s);
G_TEXT _Nullable g_shell_unquote(const char *s, GError **_Nullable error);
G_TEXT g_base64_encode(const unsigned char *_Nullable p, gsize n);
unsigned char *G_OWN g_base64_decode(const char *s, gsize *n);
G_TEXT g_compute_checksum_for_string(int type, const char *s, gssize n);
G_TEXT g_compute_checksum_for_data(int type, const unsigned char *_Nullable p, gsize n);
G_TEXT g_uuid_string_random(void);
G_TEXT g_format_size(guint64 n);
#define TO_TEXT(name)                                                                             \
    G_TEXT _Nullable name(const char *s, gssize n, gsize *_Nullable read, gsize *_Nullable wrote, \
                          GError **_Nullable error)
TO_TEXT(g_locale_to_utf8); TO_TEXT(g_locale_from_utf8);
TO_TEXT(g_filename_to_utf8); TO_TEXT(g_filename_from_utf8);
G_TEXT _Nullable g_convert(const char *s, gssize n, const char *to, const char *from,
                           gsize *_Nullable read, gsize *_Nullable wrote, GError **_Nullable error);
G_TEXT g_filename_display_name(const char *s);
G_TEXT _Nullable g_filename_to_uri(const char *s, const char *_Nullable host,
                                   GError **_Nullable error);
G_TEXT _Nullable g_filename_from_uri(const char *s, char **_Nullable host,
                                     GError **_Nullable error);
#define G_LIST char **__own_by(g_strfreev)
G_LIST g_strsplit(const char *s, const char *separator, int n);
G_LIST g_strsplit_set(const char *s, const char *set, int n);
G_LIST g_strdupv(char **_Nullable list);
G_LIST g_get_environ(void);
G_LIST g_listenv(void);
void g_strfreev(G_LIST _Nullable list);
guint g_strv_length(char **list);
gboolean g_strv_contains(const char *const *list, const char *s);
char *g_strchug(char *RETURNED __lifetimebound s);
char *g_strchomp(char *RETURNED __lifetimebound s);
char *g_strreverse(char *RETURNED __lifetimebound s);
char *g_strdelimit(char *RETURNED __lifetimebound s, const char *_Nullable set, char c);
char *g_strcanon(char *RETURNED __lifetimebound s, const char *valid, char c);
char *g_stpcpy(char *__lifetimebound dest, const char *src);
gsize g_strlcpy(char *dest, const char *src, gsize n);
gsize g_strlcat(char *dest, const char *src, gsize n);
char *_Nullable g_strstr_len(const char *__lifetimebound s, gssize n, const char *key);
char *_Nullable g_strrstr(const char *__lifetimebound s, const char *key);
char *_Nullable g_strrstr_len(const char *__lifetimebound s, gssize n, const char *key);
gboolean g_str_has_prefix(const char *s, const char *prefix);
gboolean g_str_has_suffix(const char *s, const char *suffix);
gboolean g_str_equal(const void *a, const void *b);
guint g_str_hash(const void *s);
int g_strcmp0(const char *_Nullable a, const char *_Nullable b);
int g_ascii_strcasecmp(const char *a, const char *b);
int g_ascii_strncasecmp(const char *a, const char *b, gsize n);
int g_ascii_digit_value(char c); int g_ascii_xdigit_value(char c);
char g_ascii_tolower(char c); char g_ascii_toupper(char c);
OUTSIDE gint64 g_ascii_strtoll(const char *__lifetimebound s, char **_Nullable end, guint base);
OUTSIDE guint64 g_ascii_strtoull(const char *__lifetimebound s, char **_Nullable end, guint base);
OUTSIDE double g_ascii_strtod(const char *__lifetimebound s, char **_Nullable end);
char *g_ascii_dtostr(char *RETURNED __lifetimebound buf, int n, double x);
int g_snprintf(char *buf, unsigned long n, const char *format, ...) PRINTF(3, 4);
int g_vsnprintf(char *buf, unsigned long n, const char *format, va_list ap) PRINTF(3, 0);
int g_sprintf(char *buf, const char *format, ...) PRINTF(2, 3);
int g_printf(const char *format, ...) PRINTF(1, 2);
int g_fprintf(struct FILE *f, const char *format, ...) PRINTF(2, 3);
gboolean g_utf8_validate(const char *__lifetimebound s, gssize n, const char **_Nullable end);
long g_utf8_strlen(const char *s, gssize n);
gunichar g_utf8_get_char(const char *s);
gunichar g_utf8_get_char_validated(const char *s, gssize n);
char *g_utf8_offset_to_pointer(const char *__lifetimebound s, long n);
long g_utf8_pointer_to_offset(const char *s, const char *p);
char *_Nullable g_utf8_find_next_char(const char *__lifetimebound s, const char *_Nullable end);
int g_utf8_collate(const char *a, const char *b);
int g_unichar_to_utf8(gunichar c, char *_Nullable buf);
const char *__static g_strerror(int error);
const char *__static g_strsignal(int sig);
const char *__static g_intern_string(const char *_Nullable s);
const char *__static g_intern_static_string(const char *_Nullable KEPT s);
GQuark g_quark_from_string(const char *_Nullable s);
GQuark g_quark_from_static_string(const char *_Nullable KEPT s);
const char *__static g_quark_to_string(GQuark q);

/* GString: what its fields hold changes with each call. */
typedef struct GString GString;
#define G_STRING GString *__own_by(g_string_free)
G_STRING g_string_new(const char *_Nullable s);
G_STRING g_string_new_len(const char *s, gssize n);
G_STRING g_string_sized_new(gsize n);
/* The text, which is the caller's then, or null if it is to be freed as well. */
char *_Null_unspecified g_string_free(G_STRING s, gboolean all);
G_TEXT g_string_free_and_steal(G_STRING s);
#define STRING_CALL(name, ...) GString *name(GString *RETURNED __lifetimebound s, __VA_ARGS__)
STRING_CALL(g_string_append, const char *t); STRING_CALL(g_string_append_c, char c);
STRING_CALL(g_string_append_len, const char *t, gssize n);
STRING_CALL(g_string_append_unichar, gunichar c); STRING_CALL(g_string_assign, const char *t);
STRING_CALL(g_string_prepend, const char *t); STRING_CALL(g_string_prepend_c, char c);
STRING_CALL(g_string_insert, gssize at, const char *t);
STRING_CALL(g_string_insert_c, gssize at, char c); STRING_CALL(g_string_truncate, gsize n);
STRING_CALL(g_string_set_size, gsize n); STRING_CALL(g_string_erase, gssize at, gssize n);
STRING_CALL(g_string_insert_len, gssize at, const char *t, gssize n);
void g_string_printf(GString *s, const char *format, ...) PRINTF(2, 3);
void g_string_append_printf(GString *s, const char *format, ...) PRINTF(2, 3);
void g_string_vprintf(GString *s, const char *format, va_list ap) PRINTF(2, 0);
void g_string_append_vprintf(GString *s, const char *format, va_list ap) PRINTF(2, 0);
gboolean g_string_equal(const GString *a, const GString *b);

/* ---- errors, messages, assertions ------------------------------------------------------------ */

#define G_ERROR GError *__own_by(g_error_free)
G_ERROR g_error_new(GQuark domain, int code, const char *format, ...) PRINTF(3, 4);
G_ERROR g_error_new_literal(GQuark domain, int code, const char *message);
G_ERROR g_error_copy(const GError *error);
void g_error_free(G_ERROR error);
gboolean g_error_matches(const GError *_Nullable error, GQuark domain, int code);
void g_set_error(GError **_Nullable error, GQuark domain, int code, const char *format, ...)
    PRINTF(4, 5);
void g_set_error_literal(GError **_Nullable error, GQuark domain, int code, const char *message);
void g_prefix_error(GError **_Nullable error, const char *format, ...) PRINTF(2, 3);
void g_propagate_error(GError **_Nullable to, GError *KEPT error);
void g_propagate_prefixed_error(GError **_Nullable to, GError *KEPT error, const char *format, ...)
    PRINTF(3, 4);
void g_clear_error(GError **_Nullable error);
void g_log(const char *_Nullable domain, int level, const char *format, ...) PRINTF(3, 4);
void g_logv(const char *_Nullable domain, int level, const char *format, va_list ap) PRINTF(3, 0);
void g_print(const char *format, ...) PRINTF(1, 2);
void g_printerr(const char *format, ...) PRINTF(1, 2);
void g_warn_message(const char *_Nullable domain, const char *file, int line, const char *function,
                    const char *_Nullable text);
void g_return_if_fail_warning(const char *_Nullable domain, const char *function,
                              const char *_Nullable text);
NORETURN void g_abort(void);
NORETURN void g_assertion_message(const char *_Nullable domain, const char *file, int line,
                                  const char *function, const char *_Nullable message);
NORETURN void g_assertion_message_expr(const char *_Nullable domain, const char *file, int line,
                                       const char *function, const char *_Nullable text);

/* ---- lists: every call may return another head ----------------------------------------------- */

typedef struct GList GList;
typedef struct GSList GSList;
#define LIST(T, prefix)                                                                           \
    T *prefix##_append(T *_Nullable KEPT list, void *_Nullable KEPT data);                        \
    T *prefix##_prepend(T *_Nullable KEPT list, void *_Nullable KEPT data);                       \
    T *prefix##_insert(T *_Nullable KEPT list, void *_Nullable KEPT data, int at);                \
    T *prefix##_insert_sorted(T *_Nullable KEPT list, void *_Nullable KEPT data,                  \
                              GCompareFunc *compare);                                             \
    T *prefix##_insert_before(T *_Nullable KEPT list, T *_Nullable KEPT at,                       \
                              void *_Nullable KEPT data);                                         \
    T *_Null_unspecified prefix##_concat(T *_Nullable KEPT a, T *_Nullable KEPT b);               \
    T *_Null_unspecified prefix##_remove(T *_Nullable KEPT list, const void *_Nullable data);     \
    T *_Null_unspecified prefix##_remove_all(T *_Nullable KEPT list, const void *_Nullable data); \
    T *_Null_unspecified prefix##_remove_link(T *_Nullable KEPT list, T *_Nullable KEPT link);    \
    T *_Null_unspecified prefix##_delete_link(T *_Nullable KEPT list, T *_Nullable KEPT link);    \
    T *_Null_unspecified prefix##_reverse(T *_Nullable KEPT list);                                \
    T *_Null_unspecified prefix##_copy(T *_Nullable list);                                        \
    T *_Null_unspecified prefix##_sort(T *_Nullable KEPT list, GCompareFunc *compare);            \
    T *_Null_unspecified prefix##_last(T *_Nullable list);                                        \
    T *_Null_unspecified prefix##_nth(T *_Nullable list, guint n);                                \
    void *_Null_unspecified prefix##_nth_data(T *_Nullable list, guint n);                        \
    T *_Null_unspecified prefix##_find(T *_Nullable list, const void *_Nullable data);            \
    T *_Null_unspecified prefix##_find_custom(T *_Nullable list, const void *_Nullable data,      \
                                              GCompareFunc *compare);                             \
    int prefix##_index(T *_Nullable list, const void *_Nullable data);                            \
    guint prefix##_length(T *_Nullable list);                                                     \
    void prefix##_foreach(T *_Nullable KEPT list, GFunc *f, void *_Nullable KEPT user);           \
    void prefix##_free(T *_Nullable KEPT list);                                                   \
    void prefix##_free_1(T *_Nullable KEPT list);                                                 \
    void prefix##_free_full(T *_Nullable KEPT list, GDestroyNotify *release);                     \
    T *prefix##_alloc(void)
LIST(GList, g_list);
LIST(GSList, g_slist);
GList *_Null_unspecified g_list_first(GList *_Nullable list);
GList *_Null_unspecified g_list_previous(GList *_Nullable list);

/* ---- containers ------------------------------------------------------------------------------ */

#define COUNTED(T, prefix)                                                                        \
    T *prefix##_ref(T *RETURNED KEPT x);                                                          \
    void prefix##_unref(T *KEPT x)
typedef struct GHashTable GHashTable;
typedef struct GHashTableIter GHashTableIter;
#define G_TABLE GHashTable *__own_by(g_hash_table_unref)
COUNTED(GHashTable, g_hash_table);
G_TABLE g_hash_table_new(GHashFunc *_Nullable hash, GEqualFunc *_Nullable equal);
G_TABLE g_hash_table_new_full(GHashFunc *_Nullable hash, GEqualFunc *_Nullable equal,
                              GDestroyNotify *_Nullable key, GDestroyNotify *_Nullable value);
void g_hash_table_destroy(GHashTable *KEPT table);
gboolean g_hash_table_insert(GHashTable *table, void *_Nullable KEPT key,
                             void *_Nullable KEPT value);
gboolean g_hash_table_replace(GHashTable *table, void *_Nullable KEPT key,
                              void *_Nullable KEPT value);
gboolean g_hash_table_add(GHashTable *table, void *_Nullable KEPT key);
gboolean g_hash_table_remove(GHashTable *table, const void *_Nullable key);
gboolean g_hash_table_steal(GHashTable *table, const void *_Nullable key);
void g_hash_table_remove_all(GHashTable *table);
void *_Null_unspecified g_hash_table_lookup(GHashTable *table, const void *_Nullable key);
gboolean g_hash_table_lookup_extended(GHashTable *table, const void *_Nullable key,
                                      void **_Nullable found, void **_Nullable value);
gboolean g_hash_table_contains(GHashTable *table, const void *_Nullable key);
guint g_hash_table_size(GHashTable *table);
void g_hash_table_foreach(GHashTable *table, GHFunc *f, void *_Nullable KEPT user);
guint g_hash_table_foreach_remove(GHashTable *table, gboolean (*f)(void *, void *, void *),
                                  void *_Nullable KEPT user);
GList *_Null_unspecified g_hash_table_get_keys(GHashTable *table);
GList *_Null_unspecified g_hash_table_get_values(GHashTable *table);
void g_hash_table_iter_init(GHashTableIter *__inits iter, GHashTable *__captured_by(iter) table);
gboolean g_hash_table_iter_next(GHashTableIter *iter, void **_Nullable key, void **_Nullable value);
void g_hash_table_iter_remove(GHashTableIter *iter);
guint g_direct_hash(const void *_Nullable p);
gboolean g_direct_equal(const void *_Nullable a, const void *_Nullable b);
guint g_int_hash(const void *p);
gboolean g_int_equal(const void *a, const void *b);

typedef struct GPtrArray GPtrArray;
#define G_POINTERS GPtrArray *__own_by(g_ptr_array_unref)
COUNTED(GPtrArray, g_ptr_array);
G_POINTERS g_ptr_array_new(void);
G_POINTERS g_ptr_array_new_with_free_func(GDestroyNotify *_Nullable release);
G_POINTERS g_ptr_array_sized_new(guint n);
void **_Null_unspecified g_ptr_array_free(GPtrArray *KEPT array, gboolean all);
void g_ptr_array_add(GPtrArray *array, void *_Nullable KEPT data);
void g_ptr_array_insert(GPtrArray *array, int at, void *_Nullable KEPT data);
gboolean g_ptr_array_remove(GPtrArray *array, void *_Nullable data);
void *_Null_unspecified g_ptr_array_remove_index(GPtrArray *array, guint i);
void *_Null_unspecified g_ptr_array_remove_index_fast(GPtrArray *array, guint i);
void g_ptr_array_set_size(GPtrArray *array, int n);
void g_ptr_array_sort(GPtrArray *array, GCompareFunc *compare);
void g_ptr_array_foreach(GPtrArray *array, GFunc *f, void *_Nullable KEPT user);
typedef struct GArray GArray;
#define G_ARRAY GArray *__own_by(g_array_unref)
COUNTED(GArray, g_array);
G_ARRAY g_array_new(gboolean zero_end, gboolean clear, guint n);
G_ARRAY g_array_sized_new(gboolean zero_end, gboolean clear, guint n, guint count);
char *_Null_unspecified g_array_free(GArray *KEPT array, gboolean all);
GArray *g_array_append_vals(GArray *RETURNED __lifetimebound array, const void *p, guint n);
GArray *g_array_set_size(GArray *RETURNED __lifetimebound array, guint n);
GArray *g_array_remove_index(GArray *RETURNED __lifetimebound array, guint i);
void g_array_sort(GArray *array, GCompareFunc *compare);
typedef struct GByteArray GByteArray;
COUNTED(GByteArray, g_byte_array);
GByteArray *__own_by(g_byte_array_unref) g_byte_array_new(void);
unsigned char *_Null_unspecified g_byte_array_free(GByteArray *KEPT array, gboolean all);
GByteArray *g_byte_array_append(GByteArray *RETURNED __lifetimebound array,
                                const unsigned char *p, guint n);
typedef struct GBytes GBytes;
COUNTED(GBytes, g_bytes);
GBytes *__own_by(g_bytes_unref) g_bytes_new(const void *_Nullable p, gsize n);
GBytes *__own_by(g_bytes_unref) g_bytes_new_take(void *_Nullable KEPT p, gsize n);
GBytes *__own_by(g_bytes_unref) g_bytes_new_static(const void *_Nullable KEPT p, gsize n);
const void *_Null_unspecified g_bytes_get_data(GBytes *b, gsize *_Nullable n);
gsize g_bytes_get_size(GBytes *b);
typedef struct GQueue GQueue;
GQueue *__own_by(g_queue_free) g_queue_new(void);
void g_queue_init(GQueue *__inits q);
void g_queue_clear(GQueue *q);
void g_queue_free(GQueue *__own_by(g_queue_free) q);
void g_queue_free_full(GQueue *__own_by(g_queue_free) q, GDestroyNotify *release);
void g_queue_push_head(GQueue *q, void *_Nullable KEPT data);
void g_queue_push_tail(GQueue *q, void *_Nullable KEPT data);
void *_Null_unspecified g_queue_pop_head(GQueue *q);
void *_Null_unspecified g_queue_pop_tail(GQueue *q);
void *_Null_unspecified g_queue_peek_head(GQueue *q);
gboolean g_queue_is_empty(GQueue *q);
guint g_queue_get_length(GQueue *q);

/* ---- GObject --------------------------------------------------------------------------------- */

typedef struct GObject GObject;
void *__own_by(g_object_unref) g_object_new(GType type, const char *_Nullable first, ...);
void *g_object_ref(void *RETURNED KEPT object);
void *g_object_ref_sink(void *RETURNED KEPT object);
void g_object_unref(void *KEPT object);
void g_clear_object(GObject **object);
void g_object_set(void *object, const char *first, ...) BUILTIN("printf_at");
void g_object_get(void *object, const char *first, ...);
void g_object_set_data(GObject *object, const char *key, void *_Nullable KEPT data);
void g_object_set_data_full(GObject *object, const char *key, void *_Nullable KEPT data,
                            GDestroyNotify *_Nullable release);
void *_Null_unspecified g_object_get_data(GObject *object, const char *key);
unsigned long g_signal_connect_data(void *object, const char *signal, void (*f)(void),
                                    void *_Nullable KEPT data, void (*_Nullable release)(void),
                                    int flags);
void g_signal_handler_disconnect(void *object, unsigned long id);

/* ---- main loop, threads, processes, files, options ------------------------------------------- */

typedef struct GMainLoop GMainLoop;
typedef struct GMainContext GMainContext;
GMainLoop *__own_by(g_main_loop_unref) g_main_loop_new(GMainContext *_Nullable c, gboolean on);
void g_main_loop_run(GMainLoop *KEPT loop);
void g_main_loop_quit(GMainLoop *loop);
COUNTED(GMainLoop, g_main_loop);
gboolean g_main_context_iteration(GMainContext *_Nullable c, gboolean block);
guint g_idle_add(GSourceFunc *f, void *_Nullable KEPT data);
guint g_timeout_add(guint ms, GSourceFunc *f, void *_Nullable KEPT data);
guint g_timeout_add_seconds(guint s, GSourceFunc *f, void *_Nullable KEPT data);
gboolean g_source_remove(guint id);
typedef struct GThread GThread;
GThread *__own_by(g_thread_unref) g_thread_new(const char *_Nullable name, void *(*f)(void *),
                                               void *_Nullable KEPT data);
void *_Null_unspecified g_thread_join(GThread *KEPT thread);
void g_thread_unref(GThread *KEPT thread);
typedef struct __capability("mutex") GMutex GMutex;
void g_mutex_init(GMutex *__inits m);
void g_mutex_clear(GMutex *m);
void g_mutex_lock(GMutex *m) __acquires(m);
void g_mutex_unlock(GMutex *m) __releases(m);
gboolean g_mutex_trylock(GMutex *m) __try_acquires(m, 1);
void g_usleep(unsigned long us);
gint64 g_get_monotonic_time(void);
gint64 g_get_real_time(void);
guint32 g_random_int(void);
int g_random_int_range(int from, int to);
const char *_Nullable __static OUTSIDE g_getenv(const char *name);
gboolean g_setenv(const char *name, const char *value, gboolean overwrite);
void g_unsetenv(const char *name);
const char *__static g_get_home_dir(void); const char *__static g_get_tmp_dir(void);
const char *__static g_get_user_name(void); const char *__static g_get_real_name(void);
const char *__static g_get_host_name(void); const char *__static g_get_user_config_dir(void);
const char *__static g_get_user_data_dir(void); const char *__static g_get_user_cache_dir(void);
const char *_Nullable __static g_get_prgname(void);
void g_set_prgname(const char *name);
G_TEXT g_get_current_dir(void);
G_TEXT _Nullable g_find_program_in_path(const char *name);
G_TEXT g_build_filename(const char *first, ...);
G_TEXT g_build_filenamev(char **list);
G_TEXT g_build_path(const char *separator, const char *first, ...);
G_TEXT g_path_get_basename(const char *path);
G_TEXT g_path_get_dirname(const char *path);
gboolean g_path_is_absolute(const char *path);
G_TEXT g_canonicalize_filename(const char *path, const char *_Nullable to);
gboolean g_file_test(const char *path, int test);
OUTSIDE gboolean g_file_get_contents(const char *path,
                                     char *G_OWN *__inits __when(return != 0) text,
                                     gsize *_Nullable n, GError **_Nullable error);
gboolean g_file_set_contents(const char *path, const char *text, gssize n,
                             GError **_Nullable error);
G_TEXT _Nullable g_file_read_link(const char *path, GError **_Nullable error);
int __own_by(close, -1) g_mkstemp(char *path);
char *_Nullable g_mkdtemp(char *RETURNED __lifetimebound path);
int g_mkdir_with_parents(const char *path, int mode);
typedef struct GDir GDir;
GDir *__own_by(g_dir_close) _Nullable g_dir_open(const char *path, guint flags,
                                                 GError **_Nullable error);
const char *_Nullable g_dir_read_name(GDir *__lifetimebound dir);
void g_dir_close(GDir *__own_by(g_dir_close) dir);
typedef struct GKeyFile GKeyFile;
GKeyFile *__own_by(g_key_file_unref) g_key_file_new(void);
COUNTED(GKeyFile, g_key_file);
void g_key_file_free(GKeyFile *KEPT file);
gboolean g_key_file_load_from_file(GKeyFile *file, const char *path, int flags,
                                   GError **_Nullable error);
G_TEXT _Nullable g_key_file_get_string(GKeyFile *file, const char *group, const char *key,
                                       GError **_Nullable error);
int g_key_file_get_integer(GKeyFile *file, const char *group, const char *key,
                           GError **_Nullable error);
gboolean g_key_file_get_boolean(GKeyFile *file, const char *group, const char *key,
                                GError **_Nullable error);
gboolean g_key_file_has_key(GKeyFile *file, const char *group, const char *key,
                            GError **_Nullable error);
typedef struct GOptionContext GOptionContext;
typedef struct GOptionEntry GOptionEntry;
GOptionContext *__own_by(g_option_context_free) g_option_context_new(const char *_Nullable text);
void g_option_context_free(GOptionContext *__own_by(g_option_context_free) c);
void g_option_context_add_main_entries(GOptionContext *c, const GOptionEntry *KEPT entries,
                                       const char *_Nullable domain);
gboolean g_option_context_parse(GOptionContext *c, int *_Nullable argc, char ***_Nullable argv,
                                GError **_Nullable error);
typedef struct GRegex GRegex;
typedef struct GMatchInfo GMatchInfo;
GRegex *__own_by(g_regex_unref) _Nullable g_regex_new(const char *pattern, int flags, int match,
                                                      GError **_Nullable error);
COUNTED(GRegex, g_regex);
gboolean g_regex_match(const GRegex *regex, const char *__captured_by(info) s, int flags,
                       GMatchInfo *__own_by(g_match_info_unref) *_Nullable __inits info);
gboolean g_match_info_next(GMatchInfo *info, GError **_Nullable error);
gboolean g_match_info_matches(const GMatchInfo *info);
G_TEXT _Nullable g_match_info_fetch(const GMatchInfo *info, int n);
void g_match_info_free(GMatchInfo *KEPT _Nullable info);
void g_match_info_unref(GMatchInfo *KEPT info);
gboolean g_regex_match_simple(const char *pattern, const char *s, int flags, int match);
typedef struct GDateTime GDateTime;
GDateTime *__own_by(g_date_time_unref) _Nullable g_date_time_new_now_local(void);
GDateTime *__own_by(g_date_time_unref) _Nullable g_date_time_new_now_utc(void);
COUNTED(GDateTime, g_date_time);
G_TEXT _Nullable g_date_time_format(GDateTime *t, const char *format);
typedef struct GTimer GTimer;
GTimer *__own_by(g_timer_destroy) g_timer_new(void);
void g_timer_destroy(GTimer *__own_by(g_timer_destroy) t);
double g_timer_elapsed(GTimer *t, unsigned long *_Nullable us);
