// flags: -Iinc/first -Iinc/next
/* Guards, #pragma once, #include_next, computed names. */
#include "inc/guard.h"
#include "inc/guard.h"
#include "inc/once.h"
#include "inc/../inc/once.h"
#include <chain.h>
#define NAME(x) <x.h>
#include NAME(chain)
#define Q "inc/guard.h"
#include Q
#undef GUARD_H
#include Q
#import "inc/plain.h"
#import "inc/plain.h"
#include "inc/plain.h"
after
