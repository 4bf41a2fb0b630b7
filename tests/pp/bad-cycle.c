#include "bad-cycle.c"
