/* Loops, break, continue; a jump out of a scope ends its variables. */
int next(void);
int sum(int n)
{
    int s = 0;
    for (int i = 0; i < n; i++) {
        int x = next();
        if (x < 0) break;
        if (!x) continue;
        s += x;
    }
    while (s > 100) s /= 2;
    do s++; while (s & 1);
    return s;
}
