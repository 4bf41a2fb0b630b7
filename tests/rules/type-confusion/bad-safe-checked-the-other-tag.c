// A message is read as a number when it is not an error.
#include <corten.h>
#pragma corten safe

enum reply_kind { R_ERROR, R_NUMBER, R_NONE };

struct reply {
    enum reply_kind kind;
    union {
        int error __tagged_by(kind, R_ERROR);
        long number __tagged_by(kind, R_NUMBER);
    } u;
};

long reply_number(const struct reply *r, long otherwise)
{
    if (r->kind == R_ERROR)
        return otherwise;
    return r->u.number; //~ type-confusion
}
