// A function whose declaration says what it needs is called.
#include <corten.h>
#pragma corten push
#pragma corten audit
int sensor_read(int channel, int *__inits value);
#pragma corten pop
#pragma corten safe

int temperature(void)
{
    int value = 0;
    int rc = sensor_read(2, &value);
    return rc < 0 ? rc : value;
}
