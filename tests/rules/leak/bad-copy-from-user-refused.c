// The copy of what the user gave is lost when it is refused. Prototypes as in the kernel's headers.
void *memdup_user(const void *from, unsigned long n);
void kfree(const void *p);

long set_name(const void *from, unsigned long n, char *to)
{
    char *name = memdup_user(from, n);
    if ((unsigned long)name >= (unsigned long)-4095)
        return (long)name;
    if (n > 1 && name[0] == '/')
        return -22; //~ leak
    *to = name[0];
    kfree(name);
    return 0;
}
