/* A jump out of a nested function was a fault in lowering. */
int g(int x)
{
    __label__ out, other;
    void leave(void) { goto out; }
    void leave_by(void *p) { p = &&other; goto *p; }
    void leave_asm(void) { asm goto("" : : : : other); }
    leave();
    leave_by(0);
    leave_asm();
other:
out:
    return x;
}
