/* Inline assembly in all forms. */
asm(".globl corten_test_symbol");
__asm__("nop" "\n\t" "nop");
extern int renamed(void) __asm__("real_name") __attribute__((const));
register long sp asm("rsp");
int forms(int r, int n, int *w)
{
    register int fixed asm("eax") = 3;
    asm("nop");
    asm volatile("nop");
    __asm__ __volatile__("" ::: "memory");
    asm("add %1, %0" : "+r"(r) : [in] "r"(n), "m"(*w) : "cc", "memory");
    asm("" : [a] "=r"(r), "=m"(w[1]) : "0"(n));
    asm("" : : "i"(sizeof(int)), "r"(n + 1));
    asm inline volatile("" : "=r"(r));
    asm goto("jmp %l0" : : : : out);
    asm volatile goto("jmp %l[in]" : : "r"(r) : "memory" : in, out);
    asm("" : "=r"(fixed) :: "cc");
    asm("" : "=r" "m"(r) : : );
in:
    r++;
out:
    return r + fixed;
}
