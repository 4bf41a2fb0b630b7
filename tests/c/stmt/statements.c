/* Every statement. */
int g(int);
int all(int n)
{
    int r = 0;
    if (n) r = 1; else if (r) r = 2; else r = 3;
    if (n) if (r) r = 1; else r = 2;
    while (n) { if (n == 2) continue; n--; if (n == 7) break; }
    do r--; while (r > 0);
    do { r++; } while (r < 3);
    for (;;) break;
    for (int i = 0, *q = &r; i < n; i++) r += *q;
    for (n = 0; n < 3;) n++;
    switch (n) {
        int unreachable;
    case 1: case 2: r = 1;
    case 3: { r = 2; break; }
    default: r = 3; break;
    case 4: if (n) { case 5: r = 5; } unreachable = r;
    }
    switch (n) case 1: r = 1;
    switch (r) { }
    goto out;
in: ; in2: in3: r++;
    { { ; } {} }
    int after = 3;
    r += after;
out:
    if (r < 9) goto in;
    return g(r);
}
void nothing(void) { return; }
void empty(void) {}
