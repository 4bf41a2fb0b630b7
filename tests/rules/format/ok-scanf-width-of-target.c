// Each conversion has the length of its variable.
#include <stdio.h>

struct sample {
    short channel;
    double level;
};

int sample_read(const char *line, struct sample *s)
{
    if (sscanf(line, "c %hd", &s->channel) == 1)
        return 1;
    return sscanf(line, "l %lf", &s->level);
}
