// The second word of the mask is read before anybody looks how many bits of it count.
unsigned cpu_count;
unsigned long online[1];

unsigned long find_last(const unsigned long *words, unsigned long bits)
{
    unsigned long word = words[1];
    if (bits > 64 && word)
        return 127 - (unsigned long)__builtin_clzl(word);
    word = words[0];
    return word ? 63 - (unsigned long)__builtin_clzl(word) : bits;
}

static inline unsigned long last_of(const unsigned long *words, unsigned long bits)
{
    return find_last(words, bits);
}

unsigned long last_online(void)
{
    return last_of(online, cpu_count); //~ out-of-bounds
}
