/* models/sqlite3.h - what SQLite does.
 *
 * What comes in: nothing; Corten reads this file as a unit of its own, which sees no header but
 * corten.h. What goes out: a contract for each function by its linker's name.
 * How to read a model stands in models/libc.h.
 *
 * A connection is to be closed whether opening it was a success or not; a statement that could
 * not be prepared is null. What a column gives is the statement's until the next step. */
#include <corten.h>

#ifdef __CORTEN__
#define OUTSIDE __attribute__((corten_outside))
#else
#define OUTSIDE
#endif
#define KEPT __captured_by(program)

typedef __INT64_TYPE__ sqlite3_int64;
typedef __UINT64_TYPE__ sqlite3_uint64;
typedef __builtin_va_list va_list;
typedef struct sqlite3 sqlite3;
typedef struct sqlite3_stmt sqlite3_stmt;
typedef struct sqlite3_value sqlite3_value;
typedef struct sqlite3_context sqlite3_context;
typedef struct sqlite3_backup sqlite3_backup;
#define DB sqlite3 *__own_by(sqlite3_close) _Nullable
#define TEXT char *__own_by(sqlite3_free) _Nullable
#define MEMORY void *__own_by(sqlite3_free) _Nullable
int sqlite3_open(const char *_Nullable path, sqlite3 *__own_by(sqlite3_close) *__inits db);
int sqlite3_open_v2(const char *_Nullable path, sqlite3 *__own_by(sqlite3_close) *__inits db,
                    int flags, const char *_Nullable vfs);
int sqlite3_close(DB db);
int sqlite3_close_v2(DB db);
int sqlite3_exec(sqlite3 *_Nullable db, const char *_Nullable sql,
                 int (*_Nullable f)(void *, int, char **, char **), void *_Nullable KEPT u,
                 char **_Nullable error);
#define PREPARE(name)                                                                             \
    int name(sqlite3 *_Nullable db, const char *__lifetimebound sql, int n,                       \
             sqlite3_stmt **__inits statement, const char **_Nullable tail)
PREPARE(sqlite3_prepare);
PREPARE(sqlite3_prepare_v2);
int sqlite3_prepare_v3(sqlite3 *_Nullable db, const char *sql, int n, unsigned flags,
                       sqlite3_stmt **__inits statement, const char **_Nullable tail);
int sqlite3_step(sqlite3_stmt *_Nullable s);
int sqlite3_reset(sqlite3_stmt *_Nullable s);
int sqlite3_finalize(sqlite3_stmt *__own_by(sqlite3_finalize) _Nullable s);
int sqlite3_clear_bindings(sqlite3_stmt *s);
int sqlite3_bind_int(sqlite3_stmt *_Nullable s, int i, int n);
int sqlite3_bind_int64(sqlite3_stmt *_Nullable s, int i, sqlite3_int64 n);
int sqlite3_bind_double(sqlite3_stmt *_Nullable s, int i, double x);
int sqlite3_bind_null(sqlite3_stmt *_Nullable s, int i);
int sqlite3_bind_text(sqlite3_stmt *_Nullable s, int i, const char *_Nullable KEPT t, int n,
                      void (*_Nullable release)(void *));
int sqlite3_bind_blob(sqlite3_stmt *_Nullable s, int i, const void *_Nullable KEPT p, int n,
                      void (*_Nullable release)(void *));
int sqlite3_bind_parameter_index(sqlite3_stmt *_Nullable s, const char *_Nullable name);
int sqlite3_column_count(sqlite3_stmt *_Nullable s);
const char *_Null_unspecified sqlite3_column_name(sqlite3_stmt *_Nullable s, int i);
int sqlite3_column_type(sqlite3_stmt *_Nullable s, int i);
OUTSIDE int sqlite3_column_int(sqlite3_stmt *_Nullable s, int i);
OUTSIDE sqlite3_int64 sqlite3_column_int64(sqlite3_stmt *_Nullable s, int i);
OUTSIDE double sqlite3_column_double(sqlite3_stmt *_Nullable s, int i);
OUTSIDE int sqlite3_column_bytes(sqlite3_stmt *_Nullable s, int i);
/* Null for SQL's NULL. */
const unsigned char *_Null_unspecified sqlite3_column_text(sqlite3_stmt *_Nullable s, int i);
const void *_Null_unspecified sqlite3_column_blob(sqlite3_stmt *_Nullable s, int i);
const char *__static sqlite3_errmsg(sqlite3 *_Nullable db);
const char *__static sqlite3_errstr(int error);
int sqlite3_errcode(sqlite3 *_Nullable db);
int sqlite3_extended_errcode(sqlite3 *_Nullable db);
int sqlite3_changes(sqlite3 *_Nullable db);
sqlite3_int64 sqlite3_last_insert_rowid(sqlite3 *_Nullable db);
int sqlite3_busy_timeout(sqlite3 *_Nullable db, int ms);
int sqlite3_get_autocommit(sqlite3 *_Nullable db);
TEXT sqlite3_mprintf(const char *format, ...);
TEXT sqlite3_vmprintf(const char *format, va_list ap);
char *sqlite3_snprintf(int n, char *__lifetimebound s, const char *format, ...);
MEMORY sqlite3_malloc(int n);
MEMORY sqlite3_malloc64(sqlite3_uint64 n);
MEMORY sqlite3_realloc(void *__own_by(sqlite3_free) __when(return != NULL) _Nullable p, int n);
void sqlite3_free(MEMORY p);
int sqlite3_initialize(void);
int sqlite3_shutdown(void);
int sqlite3_threadsafe(void);
const char *__static sqlite3_libversion(void);
int sqlite3_libversion_number(void);
void sqlite3_randomness(int n, void *_Nullable p);
