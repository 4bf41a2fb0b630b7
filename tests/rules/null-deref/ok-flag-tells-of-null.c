// A flag says whether the pointer is null.
struct format {
    unsigned red : 1, wanted : 1;
};
static unsigned init(unsigned max, const struct format *format)
{
    int swap = format != 0 && format->red;
    int wanted = format != 0 && format->wanted;
    return (wanted ? (1U << format->red) - 1 : max) + (unsigned)swap;
}
unsigned use(unsigned colour)
{
    return init(colour, 0);
}
