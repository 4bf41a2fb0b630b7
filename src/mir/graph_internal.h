/* mir/graph_internal.h - what graph.c and verify.c share. */
#ifndef CORTEN_MIR_GRAPH_INTERNAL_H
#define CORTEN_MIR_GRAPH_INTERNAL_H

#include "mir/mir.h"

/* A MirGraph without liveness: NULL live_in. */
MirGraph *graph_shape(Arena *arena, const MirFunction *f);
/* Numbers the locals that matter beyond one block: bit[local] is the number, or ID_NONE for temps
 * of a single block and locals whose address is taken. Returns how many there are. */
uint32_t graph_follow(Arena *arena, const MirFunction *f, uint32_t *bit);

#endif
