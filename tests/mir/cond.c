/* Conditions are jumps; values of && and || are temps with two writers. */
int a, b;
int both(int n) { return n && a != b; }
int test(int n)
{
    if (n > 0 && !(a || b)) return 1;
    if (0) return 2;
    return n ? a : n < -1 ? b : 0;
}
int expected(char *p) { if (__builtin_expect(!!(p), 1)) return *p; return p ?: "x", 0; }
