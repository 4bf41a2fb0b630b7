/* The cleanup attribute: a call at each way out, youngest first. */
void drop(int *);
int g(void);
int f(int n)
{
    __attribute__((cleanup(drop))) int a = g();
    while (n--) {
        __attribute__((cleanup(drop))) int b = g();
        if (b == 1) continue;
        if (b == 2) break;
        if (b == 3) return b;
        if (b == 4) goto out;
    }
out:
    return a;
}
