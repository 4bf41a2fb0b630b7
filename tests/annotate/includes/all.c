#include "guarded.h"
#include "bare.h"
#include "none.h"
#include "once.h"
#include "has.h"
#include "late.h"
#include <stdlib.h>
void guarded(void *p) { free(p); }
void bare(void *p) { free(p); }
void none(void *p) { free(p); }
void once(void *p) { free(p); }
void has(void *p) { free(p); }
void late(void *p) { free(p); }
