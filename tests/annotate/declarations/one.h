char *shared(const char *s);
struct ops { void (*release)(void *p); char *(*name)(void); };
