#ifndef BARE_H
#define BARE_H

void bare(void *p);
#endif
