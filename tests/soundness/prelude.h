/* What each generated program may count on. A failing __checked() ends the program's run, as its
 * trap would; an accepted program may do that. */
#define _GNU_SOURCE
#ifndef __CORTEN__
_Noreturn void run_trap(void);
#define __checked(cond) ((cond) ? (void)0 : run_trap())
#endif
#include <corten.h>
#include <fcntl.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
