// Eight codes fit, and nine are written.
static unsigned char code_of[8];

void fill_codes(void)
{
    for (int at = 0; at <= 8; at++)
        code_of[at] = 1; //~ out-of-bounds
}
