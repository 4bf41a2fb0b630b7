#include <corten.h>
void has(void *p);
