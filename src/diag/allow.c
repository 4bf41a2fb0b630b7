/* diag/allow.c - comments that silence a finding, on the line of its primary label.
 *
 *     return v[i];  // corten: allow(out-of-bounds) every caller passes i < n
 *
 * What comes in: a file's bytes. What goes out: each comment that begins with `corten: allow(`, the
 * rules it names and the reason it gives. What is wrong with such a comment is found in
 * checks/allow.c, and all of them are listed by `corten audit`. */
#include "diag/diag.h"

static const char mark[] = "corten: allow(";

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* False: the comment is another one. */
static bool read_comment(const SourceFile *f, uint32_t begin, uint32_t end, Allow *out)
{
    const char *s = f->data;
    uint32_t i = begin + 2;
    end -= s[begin + 1] == '*' && end >= begin + 4 ? 2 : 0;
    while (i < end && is_blank(s[i]))
        i++;
    if (end - i < sizeof mark - 1 || memcmp(s + i, mark, sizeof mark - 1) != 0)
        return false;
    i += sizeof mark - 1;
    const char *close = memchr(s + i, ')', end - i);
    *out = (Allow){.begin = begin, .rules = s + i};
    out->rules_len = close ? (uint32_t)(close - out->rules) : 0;
    i = close ? (uint32_t)(close - s) + 1 : end;
    while (i < end && (is_blank(s[i]) || strchr(":-.", s[i])))
        i++;
    while (end > i && is_blank(s[end - 1]))
        end--;
    out->reason = s + i;
    out->reason_len = end - i;
    return true;
}

bool allow_next(const SourceFile *f, uint32_t *at, Allow *out)
{
    uint32_t begin, end;
    while (source_comment(f, *at, &begin, &end)) {
        *at = end;
        if (read_comment(f, begin, end, out))
            return true;
    }
    return false;
}

bool allow_stands_in(const SourceFile *f)
{
    return memmem(f->data, f->len, mark, sizeof mark - 1) != NULL;
}

bool allow_rule(const Allow *a, uint32_t *at, const char **name, uint32_t *len)
{
    while (*at < a->rules_len && strchr(", \t", a->rules[*at]))
        ++*at;
    *name = a->rules + *at;
    while (*at < a->rules_len && !strchr(", \t", a->rules[*at]))
        ++*at;
    *len = (uint32_t)(a->rules + *at - *name);
    return *len != 0;
}
