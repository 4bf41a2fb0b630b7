// A setting becomes a flag, and its tag still says text.
#include <corten.h>
#pragma corten safe

enum setting_kind { FLAG, WORD };

struct setting {
    enum setting_kind kind;
    union {
        int flag __tagged_by(kind, FLAG);
        const char *word __tagged_by(kind, WORD);
    } u;
};

void setting_enable(struct setting *s)
{
    s->u.flag = 1;
} //~ type-confusion
