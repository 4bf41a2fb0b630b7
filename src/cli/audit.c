/* cli/audit.c - `corten audit`: how much of the code is safe, and what is taken on trust.
 *
 * What comes in: what `corten check` takes. What goes out: a table or JSON, a page where --html
 * asks for one, and what could not be done on standard error. Findings are counted here, not told,
 * and don't decide the exit code; --fail-under does. */
#include <stdio.h>

#include "cli/cli.h"

static bool write_page(Arena *a, const Options *o, const AuditReport *r)
{
    Text t;
    const char *why;
    text_init(&t, a);
    audit_html(r, CORTEN_VERSION, &t);
    if (os_write_file(o->html, t.data, t.len, &why))
        return true;
    cli_error("cannot write `%s`: %s", o->html, why);
    return false;
}

static bool report(Arena *a, const Session *s, const Options *o, const AuditReport *r)
{
    Text t, trouble;
    text_init(&t, a);
    text_init(&trouble, a);
    audit_trouble(s->diag, &trouble);
    if (trouble.len)
        fputs(trouble.data, stderr);
    if (o->json)
        audit_json(s->diag, r, CORTEN_VERSION, &t);
    else
        audit_text(r, &t);
    bool written = cli_write(t.data, t.len);
    return (!o->html || write_page(a, o, r)) && written;
}

/* 1 or 0; trouble is worse than either. */
static int judge(const Session *s, const Options *o, const AuditReport *r)
{
    int code = diag_exit_code(s->diag);
    if (code == EXIT_TROUBLE || code == EXIT_INTERNAL)
        return code;
    if (!o->fail_under || audit_reaches(&r->count, o->fail_hundredths))
        return EXIT_CLEAN;
    fprintf(stderr, "corten: less than %s %% of the code is safe: %u of %u lines\n", o->fail_under,
            r->count.lines[AUDIT_SAFE], audit_lines(&r->count));
    return EXIT_FINDINGS;
}

int cli_audit(Arena *a, const Options *o)
{
    SessionOptions gathering = o->session;
    gathering.lean = gathering.audit = true;
    Session *s = session_new(&gathering);
    CommandList list = {0};
    Program p = {0};
    AuditReport r = {0};
    if (cli_commands(s, o, &list) && session_prepare(s, &list)) {
        session_build(s, &list, &p);
        session_check(s, &p);
        session_audit(s, &p, &r);
    }
    int code = report(a, s, o, &r) ? judge(s, o, &r) : EXIT_TROUBLE;
    session_end(s, &p);
    return code;
}
