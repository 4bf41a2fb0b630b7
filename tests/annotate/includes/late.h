#include "has.h" /* brings it along, so that the next line does nothing */
#include <corten.h>
void late(void *p);
