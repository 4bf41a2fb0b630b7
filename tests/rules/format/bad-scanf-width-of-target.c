// An int is written into a short, and a float into a double.
#include <stdio.h>

struct sample {
    short channel;
    double level;
};

int sample_read(const char *line, struct sample *s)
{
    if (sscanf(line, "c %d", &s->channel) == 1) //~ format
        return 1;
    return sscanf(line, "l %f", &s->level); //~ format
}
