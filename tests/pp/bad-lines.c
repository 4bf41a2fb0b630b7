/* Messages about directives. */
#if
#endif
#if 1 +
#endif
#if (1
#endif
#if 1 2
#endif
#if 1)
#endif
#if 1 ? 2
#endif
#if 1 / 0
#endif
#if 1.5
#endif
#if 09
#endif
#if 1x
#endif
#if "s"
#endif
#if f(1)
#endif
#if defined
#endif
#ifdef
#endif
#ifdef 3
#endif
#if 99999999999999999999
#endif
#if ''
#endif
#else
#elif 1
#endif
#if 1
#else
#else
#elif 2
#endif
#incldue <stdio.h>
#defin
#nonsense
#!
#line x
#line 3 x
#error it's "so"
#include
#include ""
#include <missing.h>
#include "missing.h" 
#include <unclosed
#embed "missing.bin"
#if 0
