#include <limits.h>
int main(int argc, char **argv)
{
    (void)argv;
    unsigned u = UINT_MAX;
    u += argc; /* wraps */
    return INT_MAX + argc + (int)u; //~ integer-overflow
}
