void skip(void *p);
