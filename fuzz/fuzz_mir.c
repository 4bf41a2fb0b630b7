/* fuzz/fuzz_mir.c - any bytes as the text form of a function.
 *
 * What must hold: a function or a message, never both; what was read prints, and its text reads
 * back as itself; the verifier accepts it or says BUG; a function that the verifier accepts has
 * graph facts. Seeds: dumps of tests/mir. */
#include "mir/mir.h"

#include "session/session.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void read_and_compare(Arena *a, Names *names, const Target *target, const char *text,
                             size_t size)
{
    const char *error = NULL;
    MirFunction *f = mir_read(a, names, target, text, size, &error);
    if ((f == NULL) != (error != NULL))
        abort();
    if (!f)
        return;
    Text once, twice;
    text_init(&once, a);
    text_init(&twice, a);
    mir_print(f, &once);
    MirFunction *again = mir_read(a, names, target, once.data, once.len, &error);
    if (!again)
        abort();
    mir_print(again, &twice);
    if (once.len != twice.len || memcmp(once.data, twice.data, once.len) != 0)
        abort();
    mir_verify(a, f);
    mir_graph(a, f);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size > 1 << 14)
        return 0;
    Arena *session = arena_new(), *a = arena_new();
    Names *names = names_new(session, syntax_known_names(), syntax_known_name_count());
    Target target;
    const char *missing;
    if (!target_from_macros(&target, probe_builtin_macros, &missing))
        abort();
    char *text = arena_strndup(session, (const char *)data, size);
    ArenaTrap trap;
    if (arena_try(&trap, a))
        read_and_compare(a, names, &target, text, size);
    arena_end_try(&trap);
    names_destroy(names);
    arena_destroy(a);
    arena_destroy(session);
    return 0;
}
