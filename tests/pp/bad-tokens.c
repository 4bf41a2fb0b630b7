/* Literals and comments that don't end; the last line has none of the first. */
char a = 'x;
char *s = "abc;
#if 0
it's fine in here
#endif
#define unused it's fine
R"(never closed
