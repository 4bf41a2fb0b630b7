// How many bits of the mask count, a variable says; the second word is read if they are more than 64.
unsigned cpu_count;
unsigned long online[1];

unsigned long find_from(const unsigned long *words, unsigned long bits, unsigned long start)
{
    unsigned long i = start / 64, word;
    if (start >= bits)
        return bits;
    for (word = words[i] & -1UL << start % 64; !word; word = words[i]) {
        if ((i + 1) * 64 >= bits)
            return bits;
        i++;
    }
    return i * 64 + (unsigned long)__builtin_ctzl(word);
}

static inline unsigned long next_of(const unsigned long *words, unsigned long bits,
                                    unsigned long start)
{
    return find_from(words, bits, start);
}

unsigned long first_online(void)
{
    return next_of(online, cpu_count, 0);
}

int count_online(void)
{
    int n = 0;
    for (unsigned long i = 0; (i = next_of(online, cpu_count, i)), i < cpu_count; i++)
        n++;
    return n;
}
