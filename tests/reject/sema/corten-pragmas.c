// Pragmas of ours that say nothing, and what they could have said.
#include <stddef.h>
#pragma corten saef //~ syntax
#pragma corten forbid(unsafe)
#pragma corten forbid(safe) //~ syntax
#pragma corten forbid unsafe //~ syntax
#pragma corten forbid //~ syntax

int first;
#pragma corten forbid(unsafe) //~ syntax
int second;
