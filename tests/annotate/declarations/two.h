#ifdef TWO
char *never(const char *s);
#endif
char *shared(const char *text);
int tool(char *p);
