/* CVE-2025-48060: an empty string of jq's is printed as a C string. */
#include <stdio.h>
#include "jv.h"

void print_nothing(void)
{
    jv s = jv_string_empty(0);
    printf("%s\n", jv_string_value(s)); // found here
    jv_free(s);
}
