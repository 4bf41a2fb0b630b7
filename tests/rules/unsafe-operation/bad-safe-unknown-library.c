// A function about which nothing is known is called.
#include <corten.h>
#pragma corten push
#pragma corten audit
int sensor_read(int channel, int *value);
#pragma corten pop
#pragma corten safe

int temperature(void)
{
    int value = 0;
    int rc = sensor_read(2, &value); //~ unsafe-operation
    return rc < 0 ? rc : value;
}
