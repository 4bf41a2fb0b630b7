/* testing.h - what every test_NAME.c needs of cmocka.
 * SPDX-License-Identifier: MIT
 *
 * Tests stand outside the safe level: they look into structs, and hand in what no safe caller
 * could. REQUIRE() is for what the rest of a test builds upon, such as a pointer that is not
 * null: nothing follows it if it is false, where cmocka's own assertions are calls that look as if
 * they returned. */
#ifndef SAFE_TESTING_H
#define SAFE_TESTING_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#define REQUIRE(cond)                                                                             \
    do {                                                                                          \
        if (!(cond)) {                                                                            \
            fail_msg("%s", #cond);                                                                \
            abort(); /* fail_msg() has jumped to the next test */                                 \
        }                                                                                         \
    } while (0)

#endif
