/* asm: inputs are operands, outputs places; asm goto ends the block. */
int f(int x, int *p)
{
    int out, both = x;
    __asm__("add %2, %0" : "=r"(out), "+m"(both) : "r"(x + 1), "m"(*p) : "memory", "cc");
    __asm__ goto("jmp %l0" : : : : away);
    return out + both;
away:
    __asm__ volatile("nop");
    return 0;
}
