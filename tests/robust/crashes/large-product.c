/* The product of two unsigned constants is out of every signed type's range before it wraps. */
unsigned long f(void)
{
    unsigned long a = -1ul, b = -1ul;
    return a * b;
}
