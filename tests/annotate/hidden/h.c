// annotate: -Iapart --exclude=skip.h
#include "apart/lib.h"
#include "skip.h"
#include <stdlib.h>
void lib(void *p) { free(p); }
void skip(void *p) { free(p); }
