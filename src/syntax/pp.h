/* syntax/pp.h - translation phases 1 to 6 of one unit: files in, one flat array of tokens out.
 *
 * The whole unit is preprocessed before it is parsed: the parser can then look at any token, and
 * a pragma is a remark beside the array (its index says where it stood), not a token that could
 * turn up in the middle of an expression.
 *
 * The tokens and all scratch are in the arena handed to pp_run; what positions need is in the
 * source map's own. So the tokens can go when they are parsed, and messages can still be placed.
 *
 * Macro expansion follows C23 6.10.5 with GCC's answer where the standard leaves room: a macro's
 * name is not expanded while its own expansion is being read, and is painted for good then. */
#ifndef CORTEN_SYNTAX_PP_H
#define CORTEN_SYNTAX_PP_H

#include "base/os.h"
#include "diag/diag.h"
#include "syntax/token.h"

typedef enum Standard { STD_C89, STD_C94, STD_C99, STD_C11, STD_C17, STD_C23 } Standard;

/* What the compiler would do; filled by session/ from the command line and from the compiler's
 * own answers, shared read-only by units. All texts outlive the units. */
typedef struct Dialect {
    Standard std;
    bool gnu;                  /* -std=gnuXX: asm, typeof, inline in c89, unix, linux */
    bool clang;                /* the compiler is clang: its __has_feature & co. exist */
    bool ms_extensions, plan9_extensions;
    bool trigraphs;
    bool char_unsigned;        /* -funsigned-char or the target's default */
    bool short_enums;
    bool short_wchar;          /* wchar_t has two bytes: -fshort-wchar, Windows */
    bool gnu89_inline;
    bool dollar_in_names;      /* true everywhere that matters */
    bool freestanding;
} Dialect;

typedef enum CmdMacroKind { CMD_DEFINE, CMD_UNDEF, CMD_INCLUDE, CMD_IMACROS } CmdMacroKind;
/* "NAME=value", or a file */
typedef struct CmdMacro { CmdMacroKind kind; const char *text; } CmdMacro;

typedef struct PpOptions {
    const Dialect *dialect;
    const char *predefined;        /* the compiler's -E -dM output, as text of #define lines */
    const char *const *quote_dirs, *const *angle_dirs, *const *system_dirs, *const *after_dirs;
    /* -iquote -I -isystem+built-in -idirafter */
    uint32_t quote_count, angle_count, system_count, after_count;
    const CmdMacro *commands;      /* -D -U -include -imacros, in order */
    uint32_t command_count;
    const char *const *embed_dirs; uint32_t embed_count;
    const char *main_path;         /* for __FILE__, as on the command line; NULL: the file's path */
    uint64_t token_budget;         /* made by macros, and put out, per unit; 0: the default */
    /* for __DATE__ and __TIME__: seconds since 1970; 0: a fixed date */
    int64_t now;
} PpOptions;

typedef enum PragmaKind {
    PRAGMA_PACK,            /* #pragma pack(...): tokens are what stands after `pack` */
    PRAGMA_CORTEN,          /* #pragma corten ...: tokens after `corten` */
    PRAGMA_REDEFINE_EXTNAME,
    PRAGMA_WEAK,
    PRAGMA_OTHER            /* kept so that dump pp can print it */
} PragmaKind;
typedef struct Pragma {
    uint32_t at;            /* stands before this index of the token array */
    PragmaKind kind;
    Loc loc;
    Token *tokens; uint32_t count;
} Pragma;

typedef struct PpResult {
    TokenArray tokens;      /* ends with TOK_EOF; keywords already marked for the dialect */
    Pragma *pragmas; uint32_t pragma_count;
    const char **missing_includes; uint32_t missing_count;
    SourceFile **files; uint32_t file_count; /* every file read, once each, in order of first use */
} PpResult;

/* Runs over `main_file`. Errors go to `diag`; the result is always usable. Its memory is `a`'s.
 * False after an error that gcc, too, would reject (#error, missing include, bad directive). */
bool pp_run(Arena *a, Names *names, FileStore *files, DiagSink *diag, SourceMap *map,
            const PpOptions *opt, SourceFile *main_file, PpResult *out);

/* Prints the result as `cc -E -P` would: tokens with blanks where needed. */
void pp_print(const PpResult *r, const SourceMap *map, Text *out);

#endif
