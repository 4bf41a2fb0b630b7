// How often the table's index moves, another counter decides: all groups together fill it.
static unsigned char code_of[256];
static int base_of[29];
static const int bits_of[29] = { 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2,
                                 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0 };

void fill_codes(void)
{
    int at = 0, code, n;
    for (code = 0; code < 28; code++) {
        base_of[code] = at;
        for (n = 0; n < (1 << bits_of[code]); n++)
            code_of[at++] = (unsigned char)code;
    }
    code_of[at - 1] = (unsigned char)code;
}
