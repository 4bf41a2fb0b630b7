/* Fall through, ranges, a jump past a declaration, Duff's device. */
int pick(int n)
{
    switch (n) {
        int hidden;
    case 1: hidden = 2; return hidden;
    case 2: case 3 ... 9: n++;
    default: break;
    }
    return n;
}
void duff(char *to, const char *from, int n)
{
    int rounds = (n + 1) / 2;
    switch (n % 2) {
    case 0: do { *to++ = *from++;
    case 1:      *to++ = *from++;
            } while (--rounds > 0);
    }
}
